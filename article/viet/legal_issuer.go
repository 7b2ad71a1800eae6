package viet

import (
	"strings"
	"unicode/utf8"
)

// boardEnd returns the end of the name of a board after "Ban Quản lý", which
// says in lower case what it manages (dự án đầu tư xây dựng, cầu đường Bến Lài):
// at a mark or a word that no such name has. Of a longer name it returns i.
func boardEnd(s string, i int) int {
	end, named := i, false
	for n := 0; n < 10; n++ {
		if end >= len(s) || s[end] != ' ' {
			return end
		}
		k := endOfWord(s, end+1)
		w := lowered(s[end+1 : k])
		upper := isUpper(firstRune(s[end+1:]))
		if k == end+1 || officeWords[w] == notOfOffice && !upper || named && !upper && officeWords[w] != placeOfOffice || strings.HasPrefix(s[end+1:], "ban hành") {
			return end
		}
		end, named = k, upper
	}
	return i
}

// issuerEnd returns the end of the name of an office at s[i:], or 0. The name
// begins with a capital. It goes on over words with a capital and the word in
// lower case after one (Bộ Chính trị), over "và", "nhân dân" and the like if a
// capital follows (Bộ Thông tin và Truyền thông), over the number of a steering
// committee (Ban Chỉ đạo 35), and over a comma within the names that have one.
func issuerEnd(s string, i int) int {
	if !isUpper(firstRune(s[i:])) {
		// bộ Tài chính
		k := wordEnd(s, i)
		if !officeStart[Normalize(s[i:k])] || k >= len(s) || s[k] != ' ' || !isUpper(firstRune(s[k+1:])) {
			return 0
		}
		return issuerEnd(s, k+1)
	}
	end, afterCapital, place := i, false, false
	for j, n := i, 0; j < len(s) && n < 24; n++ {
		k := endOfWord(s, j)
		if k == j {
			if strings.HasPrefix(s[j:], "- ") || strings.HasPrefix(s[j:], "– ") {
				next := j + strings.IndexByte(s[j:], ' ') + 1
				if isUpper(firstRune(s[next:])) {
					j = next
					continue
				}
			}
			break
		}
		w := Normalize(s[j:k])
		kind := officeWords[w]
		switch {
		case isUpper(firstRune(w)):
			all := capitals(w) && utf8.RuneCountInString(w) > 1
			if all && officeWords[lowered(w)] == notOfOffice {
				return end // a heading all in capitals
			}
			end, afterCapital = k, !place && !all
		case kind == withinOffice, kind == endOfOffice, kind == placeOfOffice:
			if kind != withinOffice || afterCapital && w != "và" {
				end = k
			}
			afterCapital = false
			place = place || kind == placeOfOffice
		case afterCapital && kind != notOfOffice && !strings.HasPrefix(s[j:], "ban hành"):
			end, afterCapital = k, false
			if w == "lý" && strings.HasSuffix(Normalize(s[i:k]), "Ban Quản lý") {
				end = boardEnd(s, k)
			}
			if end > k {
				return end
			}
		default:
			return end
		}
		if k >= len(s) || s[k] != ' ' {
			if k+1 < len(s) && s[k] == '.' && capitals(w) && isUpper(firstRune(s[k+1:])) {
				j = k + 1 // TP.HCM
				continue
			}
			if k+1 < len(s) && s[k] == ',' && strings.HasPrefix(Normalize(s[i:k]), "Bộ Văn h") {
				k++ // Bộ Văn hóa, Thể thao và Du lịch
			} else {
				break
			}
		}
		j = k + 1
		if _, number := digits(s, j, 1, 4); number > 0 && w == "đạo" {
			end = number
			if j = number + 1; j > len(s) || s[number] != ' ' {
				break
			}
		}
	}
	return end
}
