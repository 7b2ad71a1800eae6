package viet

import (
	"strconv"
	"strings"
)

// A Speaker writes out what a news reader says: numbers, dates, times of day,
// units and abbreviations become words, for speech synthesis or for readers
// who listen. The zero Speaker is what [Speak] uses; a Speaker is safe for
// concurrent use while nobody changes its maps.
type Speaker struct {
	// Abbreviations are spelled out wherever they stand as a word of their own.
	// Nil means those of the function Abbreviations.
	Abbreviations map[string]string

	// Units are spelled out after a number. Nil means those of the function
	// Units.
	Units map[string]string
}

// Speak returns s as a news reader says it: "UBND TP.HCM họp lúc 16h05 ngày
// 7/10, giá tăng 7,5%" becomes "Ủy ban nhân dân Thành phố Hồ Chí Minh họp lúc
// mười sáu giờ năm phút ngày bảy tháng mười, giá tăng bảy phẩy năm phần trăm".
//
// What a number is follows from the words around it, by the rules of [Whens]
// for dates. Of two numbers with a hyphen the rising are a range (5-10, năm đến
// mười), others a score (2-1, hai một), and so are rising ones between two names
// or after a word such as thua (thua 1-3). Of two with a slash, what can't be a
// part is a day (30/4) if it can be one. Numbers that begin with a zero, and
// those of telephones, accounts and vehicles, are said digit by digit. Unknown
// abbreviations, foreign words and addresses stay as written.
func Speak(s string) string { return Speaker{}.Speak(s) }

// Speak returns s as a news reader says it.
func (sp Speaker) Speak(s string) string {
	if sp.Abbreviations == nil {
		sp.Abbreviations = abbreviations
	}
	if sp.Units == nil {
		sp.Units = units
	}
	s = Normalize(s)
	v := speech{Speaker: sp, text: s}
	var whens []When
	for w := range Whens(s) {
		whens = append(whens, w)
	}
	for t := range Tokens(s) {
		if t.Start < v.done {
			continue // said together with an earlier one
		}
		g := s[v.done:t.Start]
		v.gap(g)
		v.romans = v.roman && (g == "-" || g == "–" || g == ", " || g == " - " || g == " – ")
		v.done, v.roman = t.End, false
		for len(whens) > 0 && whens[0].End <= t.Start {
			whens = whens[1:]
		}
		inWhen := len(whens) > 0 && whens[0].Start <= t.Start
		switch {
		case t.Kind == Address:
			v.say(t.Text)
		case t.Kind == Code:
			v.code(t.Text)
		case isDigit(t.Text[0]) && v.digitByDigit(t):
		case inWhen && isDigit(t.Text[0]):
			start := t.Start
			for whens[0].End < t.End && len(whens) > 1 && whens[1].Start < t.End {
				// 7/10-9/10 is one token and two dates.
				v.when(whens[0], s[start:whens[0].End])
				v.done, v.kind = whens[0].End, Number
				start = whens[1].Start
				v.gap(s[v.done:start])
				whens = whens[1:]
			}
			v.done = t.End
			v.when(whens[0], s[start:t.End])
		case isDigit(t.Text[0]):
			v.number(t)
		default:
			v.word(t)
		}
		if t.Kind != Address {
			v.last, v.kind = ToLower(t.Text), t.Kind
			v.day = v.day && (t.Kind == Number || v.last == "và")
			v.before = v.before[max(0, len(v.before)-60):] + " " + v.last
		}
	}
	v.gap(s[v.done:])
	return v.out.String()
}

// speech holds the state of one call of Speak.
type speech struct {
	Speaker
	text   string
	done   int // how much of text is said
	out    strings.Builder
	last   string // the word before, in lower case
	before string // the last few words, in lower case
	kind   Kind   // of the word before
	roman  bool   // whether it was a Roman number
	romans bool   // whether a hyphen or a comma joins the word at hand to that
	day    bool   // whether a day and its month stood there, but for và
	money  string // the sign of a currency that stood before the number
}

// say adds words, after a space if the text has none there.
func (v *speech) say(words string) {
	if n := v.out.Len(); n > 0 && words != "" {
		r := lastRune(v.out.String())
		if isLetter(r) || isNumeric(r) || r == '.' || r == ',' {
			v.out.WriteByte(' ')
		}
	}
	v.out.WriteString(words)
}

func lastRune(s string) rune {
	if s == "" {
		return 0
	}
	r := []rune(s[max(0, len(s)-4):])
	return r[len(r)-1]
}

// gap says what stands between two tokens.
func (v *speech) gap(g string) {
	for i := 0; i < len(g); {
		r, size := decode(g[i:])
		at := g[i : i+size]
		i += size
		switch r {
		case '%', '‰', '°':
			v.say(v.Units[at])
		case '&':
			v.say("và")
		case '+':
			v.say("cộng")
		case '=':
			v.say("bằng")
		case '±':
			v.say("cộng trừ")
		case '×':
			v.say("nhân")
		case '≥':
			v.say("lớn hơn hoặc bằng")
		case '≤':
			v.say("nhỏ hơn hoặc bằng")
		case '~', '≈', '<', '>':
			if i != len(g) || !v.nextIsDigit(g) {
				v.out.WriteString(at)
				continue
			}
			v.say(map[rune]string{'~': "khoảng", '≈': "khoảng", '<': "dưới", '>': "trên"}[r])
			v.out.WriteByte(' ')
		case '\'', '′':
			if !v.minute(v.done + i - size) {
				v.out.WriteString(at)
			}
		case '$', '€', '₫':
			if v.done+1 < len(v.text) && i == len(g) && v.nextIsDigit(g) {
				v.money = at
				continue
			}
			v.say(v.Units[at])
		case '-', '−':
			if i == len(g) && v.below(g[:i-size]) {
				v.say("âm")
				v.out.WriteByte(' ')
				continue
			}
			fallthrough
		case '–':
			// A hyphen within a word isn't said; between two numbers it is "to".
			if v.out.Len() > 0 && i == len(g) && len(g) == size {
				if v.kind == Number && v.nextIsDigit(g) {
					v.say("đến")
				}
				v.out.WriteByte(' ')
				continue
			}
			if g[i:] == " " && v.kind == Number && v.rises(v.done+len(g)) {
				v.out.WriteString("đến")
				continue
			}
			v.out.WriteString(at)
		case '/':
			if v.roman && len(g) == 1 && v.nextIsDigit(g) {
				v.say("năm") // quý I/2026
				v.out.WriteByte(' ')
				continue
			}
			if len(g) == 1 && v.nextIsDigit(g) {
				v.say("trên") // 100mm/24h
				v.out.WriteByte(' ')
				continue
			}
			v.out.WriteString(at)
		default:
			v.out.WriteString(at)
		}
	}
}

// below reports whether a minus after the text before is the sign of the
// number that follows: it begins a word, and the number is a temperature or a
// percentage.
func (v *speech) below(before string) bool {
	if before != "" && !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "(") || before == "" && v.out.Len() > 0 {
		return false
	}
	i := v.done + len(before) + 1
	for i < len(v.text) && (isDigit(v.text[i]) || v.text[i] == ',') {
		i++
	}
	rest := strings.TrimPrefix(v.text[i:], " ")
	return strings.HasPrefix(rest, "°") || strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "độ")
}

// nextIsDigit reports whether a digit follows the gap g, which is being said.
func (v *speech) nextIsDigit(g string) bool {
	end := v.done + len(g)
	return end < len(v.text) && isDigit(v.text[end])
}

// when says the token of a date or a time of day.
func (v *speech) when(w When, t string) {
	switch {
	case strings.ContainsAny(t, "hgH:") && w.HasTime:
		v.say(NumberWords(int64(clockPart(t, 0))) + " giờ")
		if m := clockPart(t, 1); m > 0 {
			v.say(NumberWords(int64(m)) + " phút")
		}
		if sec := clockPart(t, 2); sec > 0 {
			v.say(NumberWords(int64(sec)) + " giây")
		}
	case w.Month != 0 && strings.ContainsAny(t, "/-."):
		parts := strings.FieldsFunc(t, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
		if w.Day != 0 {
			v.say(NumberWords(int64(w.Day)))
			if v.last != "tháng" {
				v.say("tháng")
			}
		}
		v.say(monthWords(int(w.Month)))
		if w.Year != 0 && (w.Day == 0 || len(parts) == 3) {
			v.say("năm " + NumberWords(int64(w.Year)))
		}
	case v.last == "tháng":
		n, _ := strconv.Atoi(t)
		v.say(monthWords(n))
	default:
		v.say(digitsInWords(strings.TrimLeft(onlyDigits(t), "0")))
	}
}

// monthWords returns the month in words; the fourth has a name of its own.
func monthWords(n int) string {
	if n == 4 {
		return "tư"
	}
	return NumberWords(int64(n))
}

// clockPart returns the nth number of a time of day such as 19h30.
func clockPart(t string, n int) int {
	parts := strings.FieldsFunc(t, func(r rune) bool { return r < '0' || r > '9' })
	if n >= len(parts) {
		return 0
	}
	v, _ := strconv.Atoi(parts[n])
	return v
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// code says the number of a document. The type isn't said again after its
// name: Nghị quyết số 35-NQ/TW is resolution 35 "của Trung ương".
func (v *speech) code(c string) {
	named, office := false, false
	for i, part := range strings.FieldsFunc(c, func(r rune) bool { return r == '-' || r == '/' }) {
		switch {
		case allDigits(part) && i == 1 && len(part) == 4:
			v.say("năm " + digitsInWords(part))
		case allDigits(part):
			v.say(numberInWords(part))
		default:
			full, isOffice := v.codePart(part)
			if i > 0 && !named && strings.HasSuffix(strings.TrimSuffix(v.before, " số"), " "+ToLower(full)) {
				named = true
				continue
			}
			if named {
				full, named = "của "+full, false
			}
			if office && isOffice {
				v.out.WriteByte(',')
			}
			v.say(full)
			office = isOffice
		}
	}
}

// codePart returns what the letters of a document number say, and whether they
// name an office. The digits after a parliament are its term.
func (v *speech) codePart(part string) (full string, office bool) {
	if full := codeWords[part]; full != "" {
		return full, false
	}
	letters := strings.TrimRight(part, "0123456789")
	if name := issuerLetters[letters]; name != "" {
		switch term := part[len(letters):]; {
		case term == "":
			return name, true
		case letters == "QH" || letters == "UBTVQH":
			return name + " khóa " + digitsInWords(term), true
		default:
			return name + " " + digitsInWords(term), true
		}
	}
	if full := v.Abbreviations[part]; full != "" {
		return full, false
	}
	return lettersAndDigits(part), false
}

// compound returns the longest abbreviation at t that goes on over hyphens,
// slashes and the like, such as NQ/TW, and its end; 0 if there is none.
func (v *speech) compound(t Token) (full string, end int) {
	const longest = 32
	for i := t.End; i < len(v.text) && i-t.Start < longest && strings.IndexByte("-/&.", v.text[i]) >= 0; {
		next := letterRun(v.text, i+1)
		if next == i+1 {
			break
		}
		if words, ok := v.Abbreviations[v.text[t.Start:next]]; ok {
			full, end = words, next
		}
		i = next
	}
	return full, end
}

// romanBefore are the words before a Roman number.
var romanBefore = map[string]bool{
	"quý": true, "thứ": true, "khóa": true, "khoá": true, "kỳ": true, "kỷ": true, "kỉ": true, "chương": true, "phần": true,
	"tập": true, "hội": true, "cấp": true, "hạng": true, "loại": true, "khu": true, "vùng": true, "mục": true, "nhóm": true,
}

// word says a word: an abbreviation, a Roman number, or as it is.
func (v *speech) word(t Token) {
	if n := romanNumber(t.Text); n > 0 && (romanBefore[v.last] || v.romans) {
		v.roman = true
		switch {
		case v.last == "thứ" && n == 1:
			v.say("nhất")
		case v.last == "thứ" && n == 4:
			v.say("tư")
		default:
			v.say(NumberWords(int64(n)))
		}
		return
	}
	if t.Text == "x" && v.kind == Number && v.done+1 < len(v.text) && v.text[v.done] == ' ' && isDigit(v.text[v.done+1]) {
		v.say("nhân") // 5 x 3 m
		return
	}
	full, ok := v.Abbreviations[t.Text]
	if whole, end := v.compound(t); end > 0 {
		v.done = end
		v.say(whole)
		return
	}
	switch {
	case ok:
		v.abbreviation(t, full)
	case strings.ContainsAny(t.Text, "0123456789"):
		v.mixed(t.Text)
	case strings.Contains(t.Text, "&"):
		parts := strings.Split(t.Text, "&")
		for i, p := range parts {
			if parts[i] = v.Abbreviations[p]; parts[i] == "" {
				v.say(t.Text)
				return
			}
		}
		v.say(strings.Join(parts, " và ")) // PCCC&CNCH
	case strings.Contains(t.Text, "."):
		// Known parts of an unknown whole: PGS.TS.BS.
		parts := strings.Split(t.Text, ".")
		known := false
		for i, p := range parts {
			if full, ok := v.Abbreviations[p]; ok {
				parts[i], known = full, true
			}
		}
		if known {
			v.say(strings.Join(parts, ", "))
			return
		}
		v.say(t.Text)
	default:
		v.say(t.Text)
		if rest, ok := strings.CutPrefix(v.text[t.End:], " 00"); ok && v.kind == Number && means(t.Text, "giờ") && (rest == "" || !isDigit(rest[0])) {
			v.done = len(v.text) - len(strings.TrimPrefix(rest, " phút")) // 8 giờ 00 is eight o'clock
		}
	}
}

// abbreviation says the long form of the abbreviation t, with what belongs to it.
func (v *speech) abbreviation(t Token, full string) {
	if t.Text == "TP" || t.Text == "Tp" {
		city := strings.TrimPrefix(strings.TrimPrefix(v.text[t.End:], "."), " ")
		if strings.HasPrefix(city, "HCM") && letterRun(city, 0) == len("HCM") {
			v.done = len(v.text) - len(city) + len("HCM")
			full = v.Abbreviations["TP.HCM"]
		}
	}
	if rest, dot := strings.CutPrefix(v.text[v.done:], "."); dot && (isUpper(firstRune(rest)) || titles[t.Text] && strings.HasPrefix(rest, " ") && isUpper(firstRune(rest[1:]))) {
		v.done++ // the dot of TP.Đà Nẵng, TP. Huế, ThS. Lan Chi
	}
	v.say(full)
}

// mixed says a word of letters and digits.
func (v *speech) mixed(text string) {
	// U.20, QL1A with its abbreviation, P.5 and Q.10 of a city
	if n := strings.IndexAny(text, "0123456789"); n > 0 {
		name := strings.TrimSuffix(text[:n], ".")
		full, ok := v.Abbreviations[name]
		if !ok && len(name) < n {
			full, ok = cityParts[name]
		}
		if ok {
			v.say(full)
			text = text[n:]
		}
	}
	v.say(lettersAndDigits(text))
}
