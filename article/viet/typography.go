package viet

import "strings"

// typography is the Typography option of Normalizer, for text that is
// otherwise normalized.
func typography(s string) string {
	if !strings.ContainsAny(s, ` ."`) {
		return s
	}
	quotes := strings.Count(s, `"`)
	pair := quotes > 0 && quotes%2 == 0 && !strings.ContainsAny(s, "“”")
	var sb strings.Builder
	sb.Grow(len(s) + 2*quotes)
	open := false
	for i := 0; i < len(s); {
		r, size := decode(s[i:])
		switch {
		case r == ' ' && closes(s[i+1:], pair && open) && !(endsDotted(s[:i]) && startsDotted(s[i+1:])):
			i++
			continue
		case r == ' ' && strings.HasPrefix(s[i:], " - "):
			sb.WriteString(" –")
			i += 2
			continue
		case r == '.' && strings.HasPrefix(s[i:], "...") && !strings.HasPrefix(s[i:], "....") && (i == 0 || s[i-1] != '.'):
			sb.WriteString("…")
			i += 3
			continue
		case r == '"' && pair:
			open = !open
			if open {
				sb.WriteString("“")
			} else {
				sb.WriteString("”")
			}
			i++
			if open && i < len(s) && s[i] == ' ' {
				i++
			}
			continue
		}
		sb.WriteString(s[i : i+size])
		i += size
		if (r == '(' || r == '“' || r == '[') && i < len(s) && s[i] == ' ' {
			i++
		}
	}
	return sb.String()
}

// endsDotted reports whether s ends in a dot or an ellipsis. What begins with
// one must not be joined to it.
func endsDotted(s string) bool { return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") }

func startsDotted(s string) bool { return strings.HasPrefix(s, ".") || strings.HasPrefix(s, "…") }

// closes reports whether s starts with punctuation that takes no space before
// it and is followed by a space, other punctuation or nothing.
func closes(s string, inQuote bool) bool {
	r, size := decode(s)
	switch r {
	case ',', ';', ':', '!', '?', '…', ')', ']', '”':
	case '.':
		if n := len(s) - len(strings.TrimLeft(s, ".")); n != 1 && n != 3 {
			return false
		}
	case '"':
		return inQuote
	default:
		return false
	}
	next, _ := decode(s[size:])
	return len(s) == size || next == ' ' || next == '\n' || !isLetter(next) && (next < '0' || next > '9')
}

func isDigit(c byte) bool { return c-'0' < 10 }
