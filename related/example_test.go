package related_test

import (
	"fmt"
	"time"

	"github.com/toasoan/toasoan/related"
)

func Example() {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 7, 0, 0, 0, time.UTC) }
	docs := []related.Doc{
		{
			ID: "1", Published: day(2), Title: "Đò ngang bến An Hải ngừng chạy vì sương mù",
			Body: "Sáng nay đò ngang ở bến An Hải phải ngừng chạy hai giờ. Hành khách chờ trên bờ.",
		},
		{
			ID: "2", Published: day(5), Title: "Bến An Hải có đò ngang mới",
			Body: "Chiếc đò ngang đóng bằng thép chở được bốn mươi khách.",
		},
		{
			ID: "3", Published: day(6), Title: "Giải bóng chuyền nữ khởi tranh",
			Body: "Tám đội bóng chuyền dự giải năm nay ở nhà thi đấu mới.",
		},
	}
	index := related.New()
	if err := index.Add(docs...); err != nil {
		fmt.Println(err)
	}
	for _, hit := range index.Related(docs[0], nil) {
		fmt.Printf("%s: %s\n", hit.ID, hit.Line("vi"))
	}
	// Output:
	// 2: cùng nhắc: bến An Hải, đò ngang; cùng tuần
	// 3: cùng tuần
}
