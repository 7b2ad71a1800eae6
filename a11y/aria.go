package a11y

import "strings"

// roles holds the roles of WAI-ARIA 1.2, DPUB-ARIA 1.1 and Graphics ARIA 1.0
// that are not abstract.
var roles = words(`alert alertdialog application article banner blockquote button caption
cell checkbox code columnheader combobox complementary contentinfo definition deletion
dialog directory document emphasis feed figure form generic grid gridcell group heading
img image insertion link list listbox listitem log main mark marquee math menu menubar
menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph
presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search
searchbox separator slider spinbutton status strong subscript suggestion superscript switch tab
table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem
comment
doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry
doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit
doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata
doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index doc-introduction
doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part
doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc
graphics-document graphics-object graphics-symbol`)

// ariaTypes holds the attributes of WAI-ARIA 1.2 and of the 1.3 draft, with the
// kind of value each has: "bool", "tri" (true, false, mixed), "undef" (true,
// false, undefined), "int", "num", "id", "ids", "text", or the list of tokens; a
// "+" before them means that several may be given.
var ariaTypes = map[string]string{
	"aria-activedescendant": "id", "aria-atomic": "bool", "aria-autocomplete": "inline list both none",
	"aria-braillelabel": "text", "aria-brailleroledescription": "text", "aria-busy": "bool", "aria-checked": "true false mixed undefined",
	"aria-colcount": "int", "aria-colindex": "int", "aria-colindextext": "text", "aria-colspan": "int", "aria-controls": "ids",
	"aria-current": "page step location date time true false", "aria-describedby": "ids", "aria-description": "text",
	"aria-details": "ids", "aria-disabled": "bool", "aria-dropeffect": "+copy execute link move none popup",
	"aria-errormessage": "ids", "aria-expanded": "undef", "aria-flowto": "ids", "aria-grabbed": "undef",
	"aria-haspopup": "true false menu listbox tree grid dialog", "aria-hidden": "undef",
	"aria-invalid": "grammar false spelling true", "aria-keyshortcuts": "text", "aria-label": "text",
	"aria-labelledby": "ids", "aria-level": "int", "aria-live": "assertive off polite", "aria-modal": "bool",
	"aria-multiline": "bool", "aria-multiselectable": "bool", "aria-orientation": "horizontal undefined vertical",
	"aria-owns": "ids", "aria-placeholder": "text", "aria-posinset": "int", "aria-pressed": "true false mixed undefined",
	"aria-readonly": "bool", "aria-relevant": "+additions all removals text", "aria-required": "bool",
	"aria-roledescription": "text", "aria-rowcount": "int", "aria-rowindex": "int", "aria-rowindextext": "text",
	"aria-rowspan": "int", "aria-selected": "undef", "aria-setsize": "int", "aria-sort": "ascending descending none other",
	"aria-valuemax": "num", "aria-valuemin": "num", "aria-valuenow": "num", "aria-valuetext": "text",
}

// ariaGlobal are the attributes that any element may have, and that keep an
// element in the accessibility tree although it is marked as presentational.
var ariaGlobal = words(`aria-atomic aria-busy aria-controls aria-current aria-describedby aria-description
aria-details aria-dropeffect aria-flowto aria-grabbed aria-keyshortcuts aria-label aria-labelledby
aria-live aria-owns aria-relevant aria-roledescription aria-braillelabel aria-brailleroledescription`)

// ariaRequired holds what a role must say of itself, where nothing stands for it
// by default.
var ariaRequired = map[string][]string{
	"checkbox": {"aria-checked"}, "combobox": {"aria-expanded", "aria-controls"}, "heading": {"aria-level"},
	"menuitemcheckbox": {"aria-checked"}, "menuitemradio": {"aria-checked"}, "meter": {"aria-valuenow"},
	"radio": {"aria-checked"}, "scrollbar": {"aria-controls", "aria-valuenow"}, "slider": {"aria-valuenow"},
	"switch": {"aria-checked"},
}

// childrenPresentational are the roles whose content is text to a screen reader.
var childrenPresentational = words(`button checkbox img image math menuitemcheckbox menuitemradio meter option
progressbar radio scrollbar separator slider switch tab graphics-symbol`)

// nameFromContent are the roles that take their name from what they hold.
var nameFromContent = words(`button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox
menuitemradio option radio row rowheader switch tab tooltip treeitem doc-backlink doc-biblioref doc-glossref
doc-noteref summary`)

// languages are the two-letter codes of ISO 639-1.
var languages = words(`aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy
da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt
my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu`)

// longCodes are the codes of ISO 639-2 and 639-3 for languages that have one of
// two letters, which is the one to be used (RFC 5646, section 2.2.1).
var longCodes = words(`aar abk afr aka amh ara arg asm ava ave aym aze bak bam bel ben bih bis bod bos bre bul cat ces cha che chu chv cor
cos cre cym dan deu div dzo ell eng epo est eus ewe fao fas fij fin fra fry ful gla gle glg glv grn guj hat hau hbs
heb her hin hmo hrv hun hye ibo ido iii iku ile ina ind ipk isl ita jav jpn kal kan kas kat kau kaz khm kik kin kir
kom kon kor kua kur lao lat lav lim lin lit ltz lub lug mah mal mar mkd mlg mlt mol mon mri msa mya nau nav nbl nde
ndo nep nld nno nob nor nya oci oji ori orm oss pan pli pol por pus que roh ron run rus sag san sin slk slv sme smo
sna snd som sot spa sqi srd srp ssw sun swa swe tah tam tat tel tgk tgl tha tir ton tsn tso tuk tur twi uig ukr urd
uzb ven vie vol wln wol xho yid yor zha zho zul alb arm baq bur chi cze dut fre geo ger gre ice mac mao may per rum slo tib wel`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// knownLanguage reports whether the primary subtag of a BCP 47 tag can be a
// language: a code of two letters that exists, or one of three, of which there
// are thousands, that none of two letters stands for.
func knownLanguage(tag string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if len(primary) == 3 && strings.Trim(primary, "abcdefghijklmnopqrstuvwxyz") == "" {
		return !longCodes[primary]
	}
	return languages[primary]
}

// validARIA reports whether v is a value that the attribute may have. An empty
// value counts as not given.
func validARIA(name, v string) bool {
	kind := ariaTypes[name]
	v = strings.TrimSpace(v)
	if v == "" {
		return true
	}
	switch kind {
	case "text", "ids":
		return true
	case "id":
		return len(strings.Fields(v)) == 1
	case "bool":
		return v == "true" || v == "false"
	case "undef":
		return v == "true" || v == "false" || v == "undefined"
	case "int", "num":
		return validNumber(v, kind == "num")
	}
	kind, several := strings.CutPrefix(kind, "+")
	if !several {
		return !strings.ContainsAny(v, " \t\n") && hasWord(kind, v)
	}
	for w := range strings.FieldsSeq(v) {
		if !hasWord(kind, w) {
			return false
		}
	}
	return true
}

func validNumber(v string, fraction bool) bool {
	v = strings.TrimPrefix(strings.TrimPrefix(v, "-"), "+")
	whole, frac, dot := strings.Cut(v, ".")
	if dot && (!fraction || frac == "") {
		return false
	}
	return whole+frac != "" && strings.Trim(whole+frac, "0123456789") == ""
}
