package article

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite schema.json and the golden files")

// An object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, m := range o {
		b.WriteByte("{,"[min(i, 1)])
		name, _ := json.Marshal(m.name)
		b.Write(name)
		b.WriteByte(':')
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	if len(o) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// source is what the source of the package says about its types.
type source struct {
	doc    map[string]string   // of "Type" and "Type.Field"
	values map[string][]string // of string types: their constants
}

func readSource(t *testing.T) source {
	s := source{map[string]string{}, map[string][]string{}}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					s.doc[spec.Name.Name] = g.Doc.Text()
					if st, ok := spec.Type.(*ast.StructType); ok {
						s.fields(fset, spec.Name.Name, st)
					}
				case *ast.ValueSpec:
					if id, ok := spec.Type.(*ast.Ident); ok && g.Tok == token.CONST {
						if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
							v, _ := strconv.Unquote(lit.Value)
							s.values[id.Name] = append(s.values[id.Name], v)
						}
					}
				}
			}
		}
	}
	return s
}

// fields takes the comments of fields: before them, behind them, or before the
// first of several that follow each other without a blank line.
func (s source) fields(fset *token.FileSet, typ string, st *ast.StructType) {
	shared, line := "", 0
	for _, f := range st.Fields.List {
		text := f.Doc.Text()
		switch {
		case text != "":
			shared = text
		case f.Comment != nil:
			text, shared = f.Comment.Text(), ""
		case fset.Position(f.Pos()).Line == line+1:
			text = shared
		}
		line = fset.Position(f.End()).Line
		for _, n := range f.Names {
			s.doc[typ+"."+n.Name] = text
		}
	}
}

func (s source) description(name string) object {
	text, _, _ := strings.Cut(s.doc[name], "\n\n")
	text = strings.Join(strings.Fields(text), " ")
	text = strings.NewReplacer("[*", "", "[", "", "]", "").Replace(text)
	if text == "" {
		return nil
	}
	return object{{"description", text}}
}

// limits are what Validate asks of the numbers and of the words that are no type
// of their own. A few numbers may be below zero.
func limits(name string, f form) object {
	switch {
	case name == "Heading.Level":
		return object{{"minimum", 1}, {"maximum", 4}}
	case name == "Geo.Latitude":
		return object{{"minimum", -90}, {"maximum", 90}}
	case name == "Geo.Longitude":
		return object{{"minimum", -180}, {"maximum", 180}}
	case name == "Point.X" || name == "Point.Y":
		return object{{"minimum", 0}, {"maximum", 1}}
	case name == "Span.Dir":
		return object{{"enum", append([]string{""}, dirs...)}}
	case (f == formInt || f == formFloat) && name != "List.Start":
		return object{{"minimum", 0}}
	}
	return nil
}

// schema derives the JSON Schema from the types.
func schema(t *testing.T) []byte {
	src := readSource(t)
	defs := map[string]object{}

	var of func(p *plan) object
	properties := func(p *plan, block bool) object {
		var props object
		required := []string{}
		if block {
			props = append(props, member{"type", object{{"const", p.block}}})
			required = append(required, "type")
		}
		for _, f := range p.fields {
			name := p.typ.Name() + "." + p.typ.Field(f.index).Name
			props = append(props, member{f.name, append(append(src.description(name), of(f.plan)...), limits(name, f.plan.form)...)})
			if f.required {
				required = append(required, f.name)
			}
		}
		o := append(src.description(p.typ.Name()), object{{"type", "object"}, {"properties", props}}...)
		if len(required) > 0 {
			o = append(o, member{"required", required})
		}
		return append(o, member{"additionalProperties", false})
	}
	define := func(name string, f func() object) object {
		if _, ok := defs[name]; !ok {
			defs[name] = nil
			defs[name] = f()
		}
		return object{{"$ref", "#/$defs/" + name}}
	}
	of = func(p *plan) object {
		switch p.form {
		case formObject:
			return define(p.typ.Name(), func() object { return properties(p, false) })
		case formPointer:
			return of(p.elem)
		case formList:
			list := object{{"type", "array"}, {"items", of(p.elem)}}
			if p.typ.Name() == "" {
				return list
			}
			return define(p.typ.Name(), func() object { return append(src.description(p.typ.Name()), list...) })
		case formBlock:
			return define("Block", func() object {
				var kinds []object
				for _, b := range blockTypes {
					bp := blockPlans[b.name]
					name := bp.typ.Name()
					if bp.typ == reflect.TypeFor[Image]() || bp.typ == reflect.TypeFor[Audio]() || bp.typ == reflect.TypeFor[File]() {
						name += "Block" // stands elsewhere too, without "type"
					}
					kinds = append(kinds, define(name, func() object { return properties(bp, true) }))
				}
				return append(src.description("Block"), object{{"type", "object"}, {"required", []string{"type"}}, {"oneOf", kinds}}...)
			})
		case formString:
			if p.typ == reflect.TypeFor[string]() {
				return object{{"type", "string"}}
			}
			name := p.typ.Name()
			return define(name, func() object {
				o := append(src.description(name), member{"type", "string"})
				if p.typ == reflect.TypeFor[Provider]() { // any other is allowed
					return append(o, member{"examples", src.values[name]})
				}
				return append(o, member{"enum", append([]string{""}, src.values[name]...)})
			})
		case formInt:
			return object{{"type", "integer"}}
		case formFloat:
			return object{{"type", "number"}}
		case formBool:
			return object{{"type", "boolean"}}
		case formTime:
			return object{{"type", "string"}, {"format", "date-time"}}
		case formMarks:
			return define("Marks", func() object {
				return append(src.description("Marks"), object{
					{"type", "array"}, {"items", object{{"enum", markNames}}}, {"uniqueItems", true},
				}...)
			})
		case formExtensions:
			return object{{"type", "object"}}
		}
		t.Fatalf("no schema for %v", p.typ)
		return nil
	}
	root := of(articlePlan)
	var all object
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range defs {
			if !yield(name) {
				return
			}
		}
	}) {
		all = append(all, member{name, defs[name]})
	}
	doc := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "https://github.com/toasoan/toasoan/article/schema.json"},
		{"title", "toasoan article"},
	}
	doc = append(append(doc, root...), member{"$defs", all})
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(out.String()) + "\n"
	return []byte(plain)
}

func TestSchema(t *testing.T) {
	want := schema(t)
	if *update {
		if err := os.WriteFile("schema.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("schema.json differs from the types; go test -run Schema -update writes it anew:\n%s", firstDifference(string(got), string(want)))
	}
}

// The vocabularies that Validate knows are the constants.
func TestVocabularies(t *testing.T) {
	src := readSource(t)
	have := map[string][]string{}
	for _, list := range []any{kinds, statuses, tagKinds, roles, organizationKinds, correctionKinds, boxKinds, trackKinds} {
		v := reflect.ValueOf(list)
		for i := range v.Len() {
			have[v.Type().Elem().Name()] = append(have[v.Type().Elem().Name()], v.Index(i).String())
		}
	}
	delete(src.values, "Provider")
	delete(src.values, "Severity")
	if !reflect.DeepEqual(have, src.values) {
		t.Errorf("the vocabularies are\n%v, the constants\n%v", have, src.values)
	}
}
