package article

import "strings"

func normalize(s string) string { return strings.Join(strings.Fields(s), " ") }

func slug(s string) string { return s }
