package importer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// said writes credits and source in one line.
func said(cs []article.Credit, s *article.Source) string {
	var out []string
	for _, c := range cs {
		t := c.Name
		if c.Organization != nil {
			t += "/" + c.Organization.Name
			if c.Organization.Kind == article.OrganizationNews {
				t += "!"
			}
		}
		if c.Role != "" {
			t += " (" + string(c.Role) + ")"
		}
		out = append(out, t)
	}
	if s != nil {
		out = append(out, fmt.Sprintf("source %s by %s", s.Name, s.Author))
	}
	return strings.Join(out, "; ")
}

// TestEndings has a row for each way in which the last lines of a body say who wrote
// it and where it is from.
func TestEndings(t *testing.T) {
	const text = `<p>Đoạn đầu của bài, dài vừa phải.</p><p>Đoạn thứ hai của bài, cũng dài vừa phải.</p>`
	for _, tt := range []struct{ src, want string }{
		{`<p>Clip: YouTube - Ảnh: Internet</p>`, "/YouTube (videographer); /Internet (photographer)"},
		{`<p style="text-align:right"><strong>Hà Thu</strong> <em>(theo Reuters)</em></p>`, "Hà Thu; source Reuters by "},
		{`<p><strong>Hồng Duy</strong> (theo <em>Marca</em>)</p>`, "Hồng Duy; source Marca by "},
		{`<p style="text-align:right"><strong>Phương Dung - Tân Cao</strong></p>`, "Phương Dung; Tân Cao"},
		{`<p align="right">Cao Tuân - Duy Tuyên</p>`, "Cao Tuân; Duy Tuyên"},
		{`<div align="right"><b>BÌNH ĐẠI-ĐÌNH TUYỂN</b></div>`, "BÌNH ĐẠI; ĐÌNH TUYỂN"},
		{`<div class="article__author cms-author">PHƯƠNG NAM</div>`, "PHƯƠNG NAM"},
		{`<p>TIẾN THOẠI</p>`, "TIẾN THOẠI"},
		{`<p align="right">Theo Hoài Phương - SGGP</p>`, "source SGGP by Hoài Phương"},
		{`<p align="right">Theo Tuệ Minh</p><p align="right">Tuổi Trẻ</p>`, "source Tuổi Trẻ by Tuệ Minh"},
		{`<p align="right">Theo Trà My</p>`, "source Trà My by "},
		{`<p align="right">Theo <b>Nguyễn Kim Anh<br></b><i>TTXVN/Vietnam+</i></p>`, "source TTXVN/Vietnam+ by Nguyễn Kim Anh"},
		{`<p align="right">Dương Tâm - Tổng hợp</p>`, "Dương Tâm"},
		{`<p>Theo VNN (tổng hợp)</p>`, "source VNN by "},
		{`<p align="right"><b>Hoàng Tuấn - Kon Tum</b></p>`, "Hoàng Tuấn/Kon Tum"},
		{`<p><b>Nguồn: Sina</b></p>`, "source Sina by "},
		{`<p>PV (tổng hợp)</p>`, "PV"},
		{`<p align="right">A Jar - Y Byên</p>`, "A Jar; Y Byên"},
		{`<p><b>Hết</b></p>`, ""},
		{`<p><strong>Hà Nội</strong></p>`, ""},
		{`<p><b>Xin Cảm Ơn</b></p>`, ""},
		{`<p><strong>Kiều Oanh – Thanh Vân (Theo AFP, Reuters)</strong></p>`, "Kiều Oanh; Thanh Vân; source AFP, Reuters by "},
		{`<div class="nguontin">Theo An Nhiên (<a href="https://bao.example/x.html">Báo Mẫu</a>)</div>`, "source Báo Mẫu by An Nhiên"},
		{`<div class="articles-detail-author">Lan Anh/VOV.VN</div>`, "Lan Anh/VOV.VN"},
		{`<p><strong>Theo Huy Phong (Theo Daily Mail) (Dân Việt)</strong></p>`, "source Dân Việt by Huy Phong"},
		{`<p>Theo Mẫn Di - Forbes (Dân Việt)</p>`, "source Dân Việt by Mẫn Di"},
		{`<p>Theo Nhật Duy - Vân Anh / Ảnh: Kim Điền / <a href="https://bao.example/">Báo Mẫu</a></p>`, "source Báo Mẫu by Nhật Duy"},
		{`<p>Theo Linh Võ - Ảnh: Thiên An (Dân Việt)</p>`, "source Dân Việt by Linh Võ"},
		{`<p><em>Theo: Genk</em></p>`, "source Genk by "},
		{`<p>Nguồn : VnExpress</p>`, "source VnExpress by "},
		{`<p>Nguồn: Pann - Ảnh: Internet</p>`, "source Pann by "},
		{`<p align="right"><b>BAN TỔ CHỨC LỄ TANG</b></p>`, ""},
		{`<p><strong>Hà An</strong> (thực hiện)</p>`, "Hà An"},
		{`<p class="text-right"><strong>Tác giả bài viết: </strong>Văn An</p>`, "Văn An"},
		{`<p align="right"><b>By Jane Doe and John Roe, Reuters</b></p>`, "Jane Doe/Reuters!; John Roe/Reuters!"},
		{`<p>Trân trọng./.</p><p align="right"><b>GIÁM ĐỐC</b></p><p align="right"><b>Trần Văn Bình</b></p>`, ""},
		{`<table><tr><td><p><b><i>Nơi nhận:</i></b></p><p>- Như trên;</p></td><td><p><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</b></p><p><b>Nguyễn Văn Chiến</b></p></td></tr></table>`, ""},
		{`<p>Clip: Phần thi tự giới thiệu của Ngọc Thảo tại chung kết</p>`, ""},
	} {
		a, _, err := Article(strings.NewReader(text+tt.src), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := said(a.Credits, a.Source); got != tt.want {
			t.Errorf("%s\n\tgives %q, want %q", tt.src, got, tt.want)
		}
	}
}

// TestCredits has a row for each way in which a caption says who took the picture.
func TestPhotoCredits(t *testing.T) {
	for _, tt := range []struct{ caption, text, want string }{
		{"Nguồn ảnh: Kênh 14", "", "/Kênh 14! (source)"},
		{"Đường mới (Nguồn ảnh: Báo Giao thông)", "Đường mới", "/Báo Giao thông (source)"},
		{"Cầu thủ ra sân tập (Ảnh FBNV).", "Cầu thủ ra sân tập", "/FBNV (source)"},
		{"Khánh thành cầu (Ảnh V.TR)", "Khánh thành cầu", "V.TR (photographer)"},
		{"Một số đồ sứ - Ảnh do Trường ĐH Văn hóa cung cấp.", "Một số đồ sứ", "/Trường ĐH Văn hóa (source)"},
		{"Lễ khánh thành cầu (Ảnh: T.H.).", "Lễ khánh thành cầu", "T.H (photographer)"},
		{"Lễ khánh thành cầu (Ảnh: Tổng hợp).", "Lễ khánh thành cầu (Ảnh: Tổng hợp).", ""},
		{"Cổng chào. Ảnh: N.Trường", "Cổng chào.", "N.Trường (photographer)"},
		{"Cổng chào. Ảnh: News.cn", "Cổng chào.", "/News.cn (source)"},
		{"Cổng chào. Ảnh: Richard Nyberg, USAID", "Cổng chào.", "Richard Nyberg/USAID (photographer)"},
		{"Cổng chào. Ảnh: Văn Điệp/TTXVN", "Cổng chào.", "Văn Điệp/TTXVN! (photographer)"},
		{"Cổng chào. Ảnh: từ internet", "Cổng chào.", "/internet (source)"},
		{"Lễ khởi công (Ảnh: Báo Bình Dương)\u200b", "Lễ khởi công", "/Báo Bình Dương (source)"},
		{"Bức tranh (Ảnh minh họa)", "Bức tranh", ""},
		{"Tàu tuần tra. Ảnh: Hải quân Mỹ/Reuters", "Tàu tuần tra.", "/Hải quân Mỹ (source); /Reuters! (source)"},
		{"Hội thảo. Ảnh: Bộ Công an, TTXVN", "Hội thảo.", "/Bộ Công an (source); /TTXVN! (source)"},
		{"Kênh đào. Ảnh: An Bình, Đồ họa: Hạ Huy", "Kênh đào.", "An Bình (photographer); Hạ Huy (illustrator)"},
		{"Biểu diễn. Ảnh & Clip: Lò Mai", "Biểu diễn.", "Lò Mai (photographer)"},
		{"Biểu diễn (ảnh CEN)", "Biểu diễn", "/CEN (source)"},
		{"Chùm ảnh: An Bình", "", "An Bình (photographer)"},
		{"Triển lãm ảnh: Một góc nhìn", "Triển lãm ảnh: Một góc nhìn", ""},
		{"Cổng chào. Ảnh: Chính quyền xã cung cấp", "Cổng chào.", "/Chính quyền xã (source)"},
		{"The bridge. Photos by Jane Doe/Reuters", "The bridge.", "Jane Doe/Reuters! (photographer)"},
	} {
		body, _ := importHTML(t, `<figure><img src="a.jpg"><figcaption>`+tt.caption+`</figcaption></figure>`, nil)
		im, ok := body[0].(*article.Image)
		if !ok {
			t.Fatalf("%q: block 0 is a %T", tt.caption, body[0])
		}
		if got := said(im.Credits, nil); im.Caption.String() != tt.text || got != tt.want {
			t.Errorf("%q: caption %q, credits %q; want %q, %q", tt.caption, im.Caption.String(), got, tt.text, tt.want)
		}
	}
}

// TestAltCredit has pictures whose alternative text names who took them.
func TestAltCredit(t *testing.T) {
	for _, tt := range []struct{ src, alt, caption, credits string }{
		{`<figure class="expNoEdit"><img src="a.jpg" alt="Bà con ra bến đò. Ảnh: Đinh Mười."></figure>`, "Bà con ra bến đò.", "Bà con ra bến đò.", "Đinh Mười (photographer)"},
		{`<p><img src="a.jpg" alt="Bến đò (Ảnh: TTXVN)"></p>`, "Bến đò", "Bến đò", "/TTXVN! (source)"},
		{`<figure><img src="a.jpg" alt="Bến đò. Ảnh: Đinh Mười"><figcaption>Bến đò mùa nước.</figcaption></figure>`, "Bến đò. Ảnh: Đinh Mười", "Bến đò mùa nước.", ""},
		{`<p><img src="a.jpg" alt="Ảnh: Đinh Mười"></p>`, "Ảnh: Đinh Mười", "", ""},
		{`<p><img src="a.jpg" alt="Bến đò mùa nước"></p>`, "Bến đò mùa nước", "", ""},
	} {
		body, _ := importHTML(t, tt.src+`<p>Lời văn của bài ở dưới ảnh, không phải của ảnh.</p>`, nil)
		im, ok := body[0].(*article.Image)
		if !ok || im.Alt != tt.alt || im.Caption.String() != tt.caption || said(im.Credits, nil) != tt.credits {
			t.Errorf("%s: read as %+v, credits %q", tt.src, body[0], said(im.Credits, nil))
		}
		checkRoundTrip(t, body, nil)
	}
}

// TestLeads has a row for each way in which newsrooms begin.
func TestLeads(t *testing.T) {
	const text = `<p>Đoạn đầu của bài, dài vừa phải.</p><p>Đoạn thứ hai của bài, cũng dài vừa phải.</p>`
	const lead = `Công an đã xử phạt hơn hai trăm trường hợp vi phạm nồng độ cồn trong kỳ nghỉ lễ vừa qua.`
	for _, tt := range []struct{ src, dateline string }{
		{`<p>(PLO)- <strong>` + lead + `</strong></p>`, "(PLO)"},
		{`<p><strong>(PLO)- ` + lead + `</strong></p>`, "(PLO)"},
		{`<p><strong>(NLĐO) - ` + lead + `</strong></p>`, "(NLĐO)"},
		{`<p class="description"><span class="location-stamp">Hà Nội</span>` + lead + `</p>`, "Hà Nội"},
		{`<p class="sapo">` + lead + `</p>`, ""},
		{`<div class="article__sapo"><b>TP -</b> ` + lead + `</div>`, "TP"},
		{`<div class="sapo">VOV.VN - ` + lead + `</div>`, "VOV.VN"},
		{`<div class="sapo">(Chinhphu.vn) - ` + lead + `</div>`, "(Chinhphu.vn)"},
	} {
		a, _, err := Article(strings.NewReader(tt.src+text), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if a.Dateline != tt.dateline || a.Lead.String() != lead || a.Lead[0].Marks != 0 {
			t.Errorf("%s\n\tdateline %q, lead %q, want %q", tt.src, a.Dateline, a.Lead.String(), tt.dateline)
		}
	}
}
