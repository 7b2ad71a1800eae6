package legacy_test

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/transform"

	"github.com/toasoan/toasoan/article/viet/legacy"
)

func Example() {
	file := strings.NewReader("\xd1o\xe4c la\xe4p")
	r := transform.NewReader(file, legacy.VNI.NewDecoder())
	text, err := io.ReadAll(r)
	fmt.Println(string(text), err)
	// Output: Độc lập <nil>
}

func ExampleDetect() {
	raw := []byte("C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam")
	if e, ok := legacy.Detect(raw); ok {
		text, err := e.NewDecoder().Bytes(raw)
		fmt.Println(e, string(text), err)
	}
	// Output: TCVN3 Cộng hòa xã hội chủ nghĩa Việt Nam <nil>
}

func ExampleRepair() {
	fmt.Println(legacy.Repair("Thuû töôùng Chính phuû vöøa kyù quyeát ñònh"))
	fmt.Println(legacy.Repair("El niño comió piñas en España"))
	// Output:
	// Thủ tướng Chính phủ vừa ký quyết định true
	// El niño comió piñas en España false
}

func ExampleVIQR() {
	text, err := legacy.VIQR.NewDecoder().String("Tie^'ng Vie^.t kho^ng da^'u\\?")
	fmt.Println(text, err)
	// Output: Tiếng Việt không dấu? <nil>
}
