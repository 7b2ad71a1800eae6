package a11y

import "strings"

// ink holds the height of all Vietnamese letters with their stacked marks, from
// the top of the tallest capital to the foot of the lowest letter, in em, for
// weights 400 and 700. Measured in Chromium with
// ẤẦẪẬẮẴẶỂỄỆỐỖỘỞỮỰỲỸĐấẫậắẵặểễệốỗộởữựgpqyjỵ at 200 px.
var ink = map[string][2]float64{
	"noto sans":        {1.29, 1.29},
	"noto serif":       {1.29, 1.29},
	"dejavu sans":      {1.28, 1.34},
	"dejavu serif":     {1.34, 1.38},
	"liberation sans":  {1.24, 1.26},
	"liberation serif": {1.25, 1.26},
	"arial":            {1.24, 1.26}, // by Liberation Sans, which has its metrics
	"times new roman":  {1.25, 1.26}, // by Liberation Serif, likewise
	"be vietnam pro":   {1.43, 1.48},
	"inter":            {1.32, 1.34},
	"lora":             {1.39, 1.46},
	"roboto":           {1.28, 1.27},
}

// Leading returns the least line-height, in em, at which Vietnamese lines in the
// given font family and weight (400, 700, ...) do not touch: the height of the
// ink and a little air, never under 1.4. Vietnamese capitals with two marks are
// up to half as tall again as English ones, so headings set at the usual 1.2
// collide. For a family list, as in CSS, the largest value of its members counts,
// as any of them may be the one that a reader has. A family that has not been
// measured counts as 1.4.
func Leading(family string, weight int) float64 {
	leading := 1.4
	for name := range strings.SplitSeq(family, ",") {
		name = strings.ToLower(strings.Trim(strings.TrimSpace(name), `"'`))
		w := ink[name]
		i := w[0]
		if weight > 500 {
			i = max(w[0], w[1])
		}
		leading = max(leading, i+0.02)
	}
	return leading
}
