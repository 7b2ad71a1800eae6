package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

const docs = `{"id":"đò","title":"Đò ngang bến An Hải","lead":"Sương mù","body":"Đò ngang ở bến An Hải ngừng chạy."}
{"id":"gạo","title":"Giá gạo tăng","body":"Giá gạo xuất khẩu tăng."}
{"id":"trường","title":"Trường mới","body":"Trường học mới ở xã An Hải."}
`

const queries = `{"id":"đò","body":"bến đò ngang An Hải"}
{"id":"q2","title":"giá gạo"}
{"id":"q3"}
`

func write1(t *testing.T, name, content string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// run answers queries and returns the IDs for each and the last line.
func run(t *testing.T, o options) (map[string][]string, stats) {
	t.Helper()
	o.queries = write1(t, "queries.jsonl", queries)
	o.out = filepath.Join(t.TempDir(), "out.jsonl")
	o.k, o.warm = 10, 1
	if err := relate(&o); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(o.out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ids := map[string][]string{}
	var st stats
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var l struct {
			result
			Stats *stats `json:"stats"`
		}
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", sc.Text(), err)
		}
		if l.Stats != nil {
			st = *l.Stats
		} else {
			ids[l.Query] = l.IDs
		}
	}
	return ids, st
}

func TestRelate(t *testing.T) {
	plain := write1(t, "docs.jsonl", docs)
	var packed strings.Builder
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(docs)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		o    options
		want map[string][]string
		docs int
	}{
		{"all", options{docs: plain, fields: "title,lead,body", task: "thử"}, map[string][]string{"đò": {"đò", "trường"}, "q2": {"gạo"}, "q3": {}}, 3},
		{"gzip", options{docs: write1(t, "docs.gz", packed.String()), fields: "title,lead,body", task: "thử"}, map[string][]string{"đò": {"đò", "trường"}, "q2": {"gạo"}, "q3": {}}, 3},
		{"one", options{docs: plain, n: 1, fields: "title,lead,body", task: "thử"}, map[string][]string{"đò": {"đò"}, "q2": {}, "q3": {}}, 1},
		{"title", options{docs: plain, fields: "title", task: "thử"}, map[string][]string{"đò": {"đò"}, "q2": {"gạo"}, "q3": {}}, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			ids, st := run(t, c.o)
			if !reflect.DeepEqual(ids, c.want) {
				t.Errorf("answers %v, want %v", ids, c.want)
			}
			if st.Docs != c.docs || st.Queries != 3 || st.Task != "thử" || st.IndexWhere != "ram" {
				t.Errorf("stats %+v", st)
			}
		})
	}
}

func TestRelateSaysWhatIsWrong(t *testing.T) {
	good := write1(t, "good.jsonl", docs)
	for _, c := range []struct {
		o    options
		want string
	}{
		{options{docs: "no-such-file", queries: good, fields: "title"}, "no-such-file"},
		{options{docs: good, queries: good, fields: "headline"}, `no field "headline"`},
		{options{docs: write1(t, "bad.jsonl", docs+"{"), queries: good, fields: "title"}, "line 4"},
		{options{docs: write1(t, "noid.jsonl", `{"title":"x"}`), queries: good, fields: "title"}, "bad document ID"},
	} {
		if err := relate(&c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("relate(%+v) = %v, want an error with %q", c.o, err, c.want)
		}
	}
}
