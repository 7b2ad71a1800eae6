package viet

// codeEnd returns the end of the document number of s that starts at the
// digit s[i], or 0: digits, perhaps a year, then capitals joined by - or /,
// with one hyphen or slash between digits and letters: 35-NQ/TW,
// 46/2016/NĐ-CP, 26/2020/TT-BTTTT, 1989/QĐ-BGDĐT, 12/CT-TTg, 1234/UBND-VX.
func codeEnd(s string, i int) int {
	j := i
	for j < len(s) && isDigit(s[j]) {
		j++
	}
	if j-i > 6 || j >= len(s) {
		return 0
	}
	if j+5 < len(s) && s[j] == '/' && allDigits(s[j+1:j+5]) && !isDigit(s[j+5]) {
		j += 5 // a year
	}
	if j >= len(s) || s[j] != '-' && s[j] != '/' {
		return 0
	}
	end, groups, letters := 0, 0, 0
	for j < len(s) && (s[j] == '-' || s[j] == '/') {
		k, n := codeGroup(s, j+1)
		if n == 0 {
			break
		}
		groups++
		letters += n
		j, end = k, k
	}
	if end == 0 || groups == 1 && letters < 2 {
		return 0
	}
	return end
}

// codeGroup returns the end of the group of letters of a document number at
// s[i:], and how many letters it has; 0 if it isn't one. A group begins with
// a capital and is capitals and digits, but for the g of TTg and the like and
// an & between capitals (SGD&ĐT).
func codeGroup(s string, i int) (end, n int) {
	lowers := 0
	for i < len(s) {
		r, size := decode(s[i:])
		switch {
		case isUpper(r):
			n++
		case n > 0 && (r >= '0' && r <= '9' || isMark(r)), n > 0 && r == '&' && isUpper(firstRune(s[i+size:])):
		case n > 0 && r >= 'a' && r <= 'z' && lowers < 1:
			lowers++
		case isLetter(r):
			return i, 0
		default:
			if lowers >= n {
				n = 0
			}
			return i, n
		}
		i += size
	}
	if lowers >= n {
		n = 0
	}
	return i, n
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
