package related

import (
	"strings"
	"testing"
)

// English articles find each other by what they are about, and not those in Vietnamese
// that only share names with them.
func TestEnglishArticles(t *testing.T) {
	docs := []Doc{
		{ID: "ferry-1", Title: "Ferry service at An Hai pier suspended as river rises", Body: "The district stopped the ferry at An Hai pier on Monday after the river rose above the second flood alert. Passengers were told to take the road bridge upstream until the water falls."},
		{ID: "ferry-2", Title: "Passengers wait for the An Hai ferry to return", Body: "Three days after the flood alert, passengers still take the road bridge upstream. The district says that the ferry will cross again once the river is below the first alert."},
		{ID: "ferry-3", Title: "A second boat for the ferry across the river", Body: "The district has ordered a second boat. It is to carry ninety passengers, and bicycles, between the An Hai pier and the market."},
		{ID: "library-1", Title: "New library opens in the old post office", Body: "The library lends books in four languages and stays open until nine in the evening. Children read in a room of their own on the second floor."},
		{ID: "library-2", Title: "Library lends its hundred thousandth book", Body: "A picture book was the hundred thousandth that the library in the old post office lent. Children borrow more books than anybody else."},
		{ID: "rice-1", Title: "Price of rice falls for the third week", Body: "Traders said that the price of rice fell again, as the harvest in the delta began early. Exporters expect it to rise in spring."},
		{ID: "do", Lang: "vi", Title: "Đò ngang bến An Hải ngừng chạy", Body: "Huyện cho đò ngang ở bến An Hải ngừng chạy từ thứ Hai vì nước sông lên trên báo động hai. Khách đi đường cầu."},
	}
	for i := range docs {
		if docs[i].Lang == "" {
			docs[i].Lang = "en-GB"
		}
	}
	x := New()
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ asked, want, reason string }{
		{"ferry-1", "ferry-2 ferry-3", "road bridge upstream"},
		{"ferry-3", "ferry-2 ferry-1", "passengers"},
		{"library-1", "library-2", "old post office"},
	} {
		var asked Doc
		for _, d := range docs {
			if d.ID == test.asked {
				asked = d
			}
		}
		var ids []string
		hits := x.Related(asked, &Query{N: len(strings.Fields(test.want))})
		for _, h := range hits {
			ids = append(ids, h.ID)
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%s: %s, want %s", test.asked, got, test.want)
		}
		if line := hits[0].Line("en"); !strings.HasPrefix(line, "both mention ") || !strings.Contains(line, test.reason) {
			t.Errorf("%s: %q says nothing of %q", test.asked, line, test.reason)
		}
	}
	if hits := x.Search("rice price", &Query{Lang: "en"}); len(hits) == 0 || hits[0].ID != "rice-1" {
		t.Errorf("search: %+v", hits)
	}
}
