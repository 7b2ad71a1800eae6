package article

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"
)

// The JSON form of an article follows its types: [Decode], [Encode] and the JSON
// Schema are all driven by the plans made here, once, from the struct tags.

// A plan says how values of one type look in JSON.
type plan struct {
	form   form
	typ    reflect.Type
	elem   *plan          // of formList, formPointer
	fields []field        // of formObject
	index  map[string]int // of formObject, from a name to a field
	block  string         // of formObject: "type" where a block stands
	nested bool           // of formObject: counts for the depth
}

type form uint8

const (
	formObject form = iota
	formList
	formPointer
	formBlock // one of blockTypes, with its "type"
	formString
	formInt
	formFloat
	formBool
	formTime
	formMarks
	formExtensions
)

type field struct {
	name     string
	index    int
	plan     *plan
	omit     bool // when zero or empty
	required bool
}

// blockTypes are the kinds of blocks and their names in JSON.
var blockTypes = []struct {
	name string
	zero Block
}{
	{"paragraph", (*Paragraph)(nil)},
	{"heading", (*Heading)(nil)},
	{"list", (*List)(nil)},
	{"quote", (*Quote)(nil)},
	{"image", (*Image)(nil)},
	{"gallery", (*Gallery)(nil)},
	{"video", (*Video)(nil)},
	{"audio", (*Audio)(nil)},
	{"table", (*Table)(nil)},
	{"file", (*File)(nil)},
	{"embed", (*Embed)(nil)},
	{"box", (*Box)(nil)},
	{"links", (*Links)(nil)},
	{"divider", (*Divider)(nil)},
	{"preformatted", (*Preformatted)(nil)},
	{"rawHtml", (*RawHTML)(nil)},
}

var (
	plans       = map[reflect.Type]*plan{}
	blockPlans  = map[string]*plan{} // by name
	articlePlan = planOf(reflect.TypeFor[Article]())
	bodyPlan    = planOf(reflect.TypeFor[Body]())
)

// planOf is called while the package is initialized, and for no type later.
func planOf(t reflect.Type) *plan {
	if p := plans[t]; p != nil {
		return p
	}
	p := &plan{typ: t}
	plans[t] = p
	switch {
	case t == reflect.TypeFor[time.Time]():
		p.form = formTime
	case t == reflect.TypeFor[Marks]():
		p.form = formMarks
	case t == reflect.TypeFor[map[string]json.RawMessage]():
		p.form = formExtensions
	case t == reflect.TypeFor[Block]():
		p.form = formBlock
		for _, b := range blockTypes {
			bp := planOf(reflect.TypeOf(b.zero).Elem())
			bp.block, bp.nested = b.name, true
			blockPlans[b.name] = bp
		}
	case t.Kind() == reflect.String:
		p.form = formString
	case t.Kind() == reflect.Int, t.Kind() == reflect.Int64:
		p.form = formInt
	case t.Kind() == reflect.Float64:
		p.form = formFloat
	case t.Kind() == reflect.Bool:
		p.form = formBool
	case t.Kind() == reflect.Slice:
		p.form, p.elem = formList, planOf(t.Elem())
	case t.Kind() == reflect.Pointer:
		p.form, p.elem = formPointer, planOf(t.Elem())
	case t.Kind() == reflect.Struct:
		p.form, p.index = formObject, map[string]int{}
		p.nested = t == reflect.TypeFor[Section]() || t == reflect.TypeFor[Organization]()
		for i := range t.NumField() {
			name, option, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			p.index[name] = len(p.fields)
			p.fields = append(p.fields, field{
				name: name, index: i, plan: planOf(t.Field(i).Type),
				omit: option != "", required: option == "",
			})
		}
	default:
		panic(fmt.Sprintf("article: internal error: no JSON form for %v", t))
	}
	return p
}

// markNames are the names of the marks in JSON, in the order of their bits.
var markNames = [...]string{
	"strong", "emphasis", "underline", "inserted", "deleted", "subscript",
	"superscript", "code", "small", "highlight", "quotation",
}
