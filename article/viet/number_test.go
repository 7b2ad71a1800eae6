package viet

import (
	"errors"
	"testing"
)

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1.000", -1234567: "-1.234.567", 12345: "12.345", -1 << 63: "-9.223.372.036.854.775.808"} {
		if got := FormatInt(n); got != want {
			t.Errorf("FormatInt(%d) = %q, want %q", n, got, want)
		}
	}
	for _, tt := range []struct {
		x    float64
		prec int
		want string
	}{{1.5, -1, "1,5"}, {1234567.891, 2, "1.234.567,89"}, {1000, -1, "1.000"}, {0.05, -1, "0,05"}, {-1.5, 0, "-2"}} {
		if got := FormatFloat(tt.x, tt.prec); got != tt.want {
			t.Errorf("FormatFloat(%v, %d) = %q, want %q", tt.x, tt.prec, got, tt.want)
		}
		if got, err := ParseNumber(FormatFloat(tt.x, -1)); err != nil || got != tt.x {
			t.Errorf("ParseNumber(FormatFloat(%v)) = %v, %v", tt.x, got, err)
		}
	}
	for in, want := range map[string]float64{"1.000": 1000, "1,5": 1.5, "1.234.567,89": 1234567.89, "35": 35, "-7": -7, "−7,5": -7.5, "1000000": 1e6} {
		if got, err := ParseNumber(in); err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-", "1.5", "9.8.2025", "1,", ",5", "1.0000", "1000.000", "1,5,5", "a", "1 000", "1,-5", "+1"} {
		if got, err := ParseNumber(in); !errors.Is(err, ErrNumber) {
			t.Errorf("ParseNumber(%q) = %v, %v; want ErrNumber", in, got, err)
		}
	}
}
