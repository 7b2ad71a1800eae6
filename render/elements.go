package render

// An element is what the builder knows of an HTML element.
type element struct {
	kind  kind
	as    string // written as this element instead; empty means itself
	attrs string // allowed, beside the global ones
}

type kind uint8

const (
	inlined   kind = iota // in running text
	block                 // ends an open paragraph
	void                  // has no content
	cell                  // holds anything, and nothing inside closes what is around it
	tabular               // part of a table
	dropped               // left out with all that is in it
	unwrapped             // left out, its content kept
)

const globalAttrs = "id lang dir title aria-label aria-labelledby aria-describedby aria-hidden role"

// elements are the known elements. Others are left out and their content kept.
var elements = map[string]element{
	"a":    {inlined, "", "href hreflang rel name"},
	"abbr": {}, "b": {}, "bdi": {}, "bdo": {}, "cite": {}, "dfn": {}, "em": {}, "i": {},
	"kbd": {}, "mark": {}, "s": {}, "samp": {}, "small": {}, "span": {}, "strong": {}, "sub": {},
	"sup": {}, "u": {}, "var": {}, "code": {inlined, "", "class"},
	"data":    {inlined, "", "value"},
	"time":    {inlined, "", "datetime"},
	"q":       {inlined, "", "cite"},
	"ins":     {inlined, "", "cite datetime"},
	"del":     {inlined, "", "cite datetime"},
	"acronym": {inlined, "abbr", ""}, "strike": {inlined, "s", ""}, "tt": {inlined, "code", ""},
	"big": {inlined, "span", ""}, "font": {inlined, "span", ""},
	"ruby": {}, "rt": {}, "rp": {},

	"p": {block, "", ""}, "div": {block, "", ""}, "section": {block, "", ""}, "article": {block, "div", ""},
	"aside": {block, "", ""}, "header": {block, "div", ""}, "footer": {block, "", ""}, "address": {block, "", ""},
	"main": {block, "div", ""}, "nav": {block, "div", ""}, "hgroup": {block, "div", ""}, "center": {block, "div", ""},
	"form": {block, "div", ""}, "fieldset": {block, "div", ""}, "legend": {block, "p", ""}, "dir": {block, "ul", ""},
	"menu": {block, "ul", ""}, "search": {block, "div", ""}, "dialog": {block, "div", ""}, "listing": {block, "pre", ""},
	"figure": {block, "", ""}, "figcaption": {block, "", ""}, "pre": {block, "", ""},
	"blockquote": {block, "", "cite"},
	"details":    {block, "", "open"}, "summary": {block, "", ""},
	"h1": {block, "", ""}, "h2": {block, "", ""}, "h3": {block, "", ""}, "h4": {block, "", ""}, "h5": {block, "", ""}, "h6": {block, "", ""},
	"ul": {block, "", ""}, "ol": {block, "", "start reversed type"}, "li": {block, "", "value"},
	"dl": {block, "", ""}, "dt": {block, "", ""}, "dd": {block, "", ""},

	"video":   {inlined, "", "src poster width height preload loop muted playsinline controls"},
	"audio":   {inlined, "", "src preload loop controls"},
	"picture": {},

	"br": {void, "", ""}, "hr": {void, "", ""}, "wbr": {void, "", ""},
	"img":    {void, "", "src srcset sizes alt width height"},
	"image":  {void, "img", ""},
	"source": {void, "", "src srcset sizes media type width height"},
	"track":  {void, "", "src kind srclang label default"},
	"col":    {void, "", "span"},

	"table": {block, "", ""}, "caption": {cell, "", ""}, "td": {cell, "", "colspan rowspan headers"},
	"th":       {cell, "", "colspan rowspan headers scope abbr"},
	"colgroup": {tabular, "", "span"}, "thead": {tabular, "", ""}, "tbody": {tabular, "", ""}, "tfoot": {tabular, "", ""}, "tr": {tabular, "", ""},

	"script": {kind: dropped}, "style": {kind: dropped}, "template": {kind: dropped}, "noscript": {kind: dropped},
	"select": {kind: dropped}, "textarea": {kind: dropped}, "object": {kind: dropped}, "applet": {kind: dropped},
	"svg": {kind: dropped}, "title": {kind: dropped}, "xmp": {kind: dropped}, "plaintext": {kind: dropped},
	"noembed": {kind: dropped}, "noframes": {kind: dropped}, "head": {kind: dropped}, "frameset": {kind: dropped},
	"datalist": {kind: dropped}, "iframe": {kind: dropped}, "canvas": {kind: unwrapped},
}
