package main

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article/importer"
)

// fragments are bodies as content management systems hold them, with what has
// gone wrong in a round trip somewhere, or might.
var fragments = []struct{ name, html string }{
	{"plain", `<p>Một câu.</p><p>Hai câu.</p>`},
	{"nothing", ` <p>&nbsp;</p><br>`},
	{"bare text", `Chữ trần & dấu <`},
	{"breaks", `Dòng một<br>dòng hai<br><br>đoạn hai`},
	{"break in a paragraph", `<p>Hai câu thơ<br>xuống dòng giữa đoạn văn dài hơn một chút.</p>`},
	{"spaces between marks", `<p><b>Đậm </b><i> nghiêng</i> <u>gạch</u>chân</p>`},
	{"marks in marks", `<p>a <b>b <i>c <a href="https://a.example/">d</a></i></b><sup>2</sup>H<sub>2</sub>O <s>bỏ</s> <mark>tô</mark> <code>x &lt; y</code> <small>nhỏ</small></p>`},
	{"whole bold paragraph", `<p><strong>Cả đoạn in đậm nhưng dài, có dấu chấm ở cuối, nên không phải là tít phụ của bài.</strong></p><p>Đoạn sau.</p>`},
	{"bold heading", `<p><strong>Nổi trước, bơi sau</strong></p><p>Đoạn sau.</p>`},
	{"headings", `<h1>Một</h1><p>a.</p><h2 id="muc">Hai</h2><p>b.</p><h3>Ba</h3><p>c.</p><h6>Sáu</h6><p>d.</p>`},
	{"heading with a link and marks", `<h2>Hai <i>nghiêng</i> <a href="/x">đường</a></h2><p>b.</p>`},
	{"words like a caption", `<p>Ảnh: Một nhóm bạn đọc đứng trước cửa.</p>`},
	{"words like a credit", `<p>Ảnh: Lan Chi</p><p>Đoạn sau.</p>`},
	{"words like a byline at the end", `<p>Đoạn trước.</p><p style="text-align:right"><strong>Quốc Vy</strong></p>`},
	{"words like a list", `<p>- một</p><p>- hai</p><p>- ba</p>`},
	{"words like a numbered list", `<p>1. một</p><p>2. hai</p><p>3. ba</p>`},
	{"dialogue", `<p>- Anh đi đâu đấy?</p><p>Tôi không đáp.</p>`},
	{"lists", `<ul><li>a<ul><li>b<li>c</ul><li><p>d</p><p>e</p></ul><ol start="3" reversed><li>f<li>g</ol><ol type="a"><li>h</ol>`},
	{"list of pictures", `<ul><li><img src="a.jpg" alt="a"><li><img src="b.jpg" alt="b"></ul>`},
	{"list with a table", `<ul><li>a<table><tr><th>x<th>y<tr><td>1<td>2</table></ul>`},
	{"quotation", `<blockquote><p>Lời nói.</p><footer>Tư Bền</footer></blockquote>`},
	{"quotation in a quotation", `<blockquote><p>Ngoài.</p><blockquote><p>Trong.</p></blockquote></blockquote>`},
	{"quotation with a source", `<blockquote cite="https://a.example/x"><p>Lời nói.</p><cite>Một cuốn sách</cite></blockquote>`},
	{"picture and caption", `<p><img src="a.jpg" alt="Em nhỏ"></p><p><i>Giờ đọc sách. Ảnh: Lan Chi/TTXVN</i></p><p>Sau.</p>`},
	{"picture alone", `<p><img src="a.jpg"></p><p>Một đoạn thường, dài và kết bằng dấu chấm như mọi đoạn văn khác.</p>`},
	{"picture with everything", `<figure><a href="https://a.example/lon"><img src="a.jpg" srcset="a-1.jpg 480w, a-2.jpg 960w" width="960" height="540" alt="x" title="t"></a><figcaption>Chú thích <b>đậm</b>. <em>Ảnh: A - B</em></figcaption></figure>`},
	{"decorative picture", `<figure><img src="a.jpg" alt="" role="presentation"></figure><p>Sau.</p>`},
	{"caption without a picture", `<figure><figcaption>Chỉ có chú thích. Ảnh: Lan Chi</figcaption></figure>`},
	{"picture in a line", `<p>trước <img src="a.jpg" alt="công thức" width="20" height="20"> sau</p>`},
	{"gallery", `<figure class="wp-block-gallery"><figure><img src="a.jpg"><figcaption>A</figcaption></figure><figure><img src="b.jpg"><figcaption>B</figcaption></figure><figcaption>Cả hai. Ảnh: C</figcaption></figure>`},
	{"illustration", `<figure><img src="a.jpg" alt="x"><figcaption>Ảnh minh họa</figcaption></figure>`},
	{"table", `<table><caption>Bảng <b>1</b></caption><thead><tr><th>Năm<th>Số</thead><tbody><tr><th scope="row">2025<td>1<tr><td colspan="2">hết</tbody></table>`},
	{"table without a head", `<table><tr><td>Năm<td>Số<td>x<tr><td>2025<td>1<td>y<tr><td>2026<td>2<td>z</table>`},
	{"table with blocks", `<table><tr><th>a<th>b<tr><td><p>một</p><p>hai</p><td><ul><li>ba</ul></table>`},
	{"layout table", `<table><tr><td><img src="a.jpg"></td></tr><tr><td><i>Ảnh chụp. Ảnh: Lan Chi</i></td></tr></table><p>Sau.</p>`},
	{"box", `<div class="box"><h3>Hộp tin</h3><p>Trong hộp.</p></div><p>Ngoài.</p>`},
	{"aside", `<aside><p>Bên lề.</p></aside><p>Giữa.</p>`},
	{"details", `<details><summary>Hỏi</summary><p>Đáp.</p></details>`},
	{"see also", `<p>Trước.</p><ul class="related"><li><a href="/a">Bài một của trang</a><li><a href="/b">Bài hai của trang</a></ul><p>Sau.</p>`},
	{"see also in a line", `<p>Trước.</p><p><strong>&gt;&gt; Xem thêm: <a href="/a">Bài một của trang</a></strong></p><p>Sau.</p>`},
	{"embed", `<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?start=30" title="Phim" width="560" height="315"></iframe><p>Sau.</p>`},
	{"embeds that are links", `<blockquote class="tiktok-video" cite="https://www.tiktok.com/@a/video/7000000000000000000"><p>x</p></blockquote><iframe src="https://www.google.com/maps/embed?pb=x"></iframe>`},
	{"frame of a stranger", `<p>Trước.</p><iframe src="https://khung.example/x"></iframe><p>Sau.</p>`},
	{"video", `<video controls poster="p.jpg"><source src="v.mp4" type="video/mp4"><source src="v.webm" type="video/webm"><track kind="captions" src="v.vtt" srclang="vi" label="Tiếng Việt"></video>`},
	{"audio", `<figure><audio controls src="a.mp3" title="Nghe"></audio><figcaption>Lời đọc. Ghi âm: X</figcaption></figure>`},
	{"file", `<p>Trước.</p><p><a href="/f/qd-35.pdf">Quyết định 35 (PDF)</a></p><p>Sau.</p>`},
	{"file in a sentence", `<p>Theo <a href="/f/qd-35.pdf">quyết định 35</a> vừa ký.</p>`},
	{"rules", `<p>a</p><hr><p>b</p><p>***</p><p>c</p>`},
	{"code", "<pre><code>a &lt; b\n\n  c &amp;&amp; d</code></pre>"},
	{"code that begins with a line feed", "<pre>\n\nx\n</pre>"},
	{"verse", `<pre class="verse">Trăm năm trong cõi người ta,&#10;  Chữ tài chữ mệnh khéo là ghét nhau.</pre>`},
	{"languages", `<p lang="en">An English paragraph.</p><p>Tiếng Việt có <span lang="fr">mot français</span> và <bdo dir="rtl">abc</bdo>.</p><p dir="rtl" lang="ar">سلام</p>`},
	{"ruby", `<p><ruby>漢<rt>Hán</rt></ruby> tự</p>`},
	{"abbreviation", `<p><abbr title="Ủy ban nhân dân">UBND</abbr> xã.</p>`},
	{"legal document", `<p>Theo Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ.</p>`},
	{"links", `<p><a href="mailto:a@b.example">thư</a> <a href="tel:+8424">gọi</a> <a href="#muc">xuống</a> <a href="https://a.example/?a=1&amp;b=2" rel="nofollow" title="t" target="_blank">ra</a> <a href="javascript:alert(1)">không</a></p><h2 id="muc">Mục</h2><p>x.</p>`},
	{"link around a paragraph", `<a href="/a"><p>Một đoạn trong đường dẫn.</p></a>`},
	{"links that touch", `<p><a href="/a">a</a><a href="/b">b</a><a href="/a">c</a></p>`},
	{"ids", `<p id="p1">Đoạn.</p><h2 id="muc 1">Mục</h2><p>x <a id="neo"></a>y <span id="s-neo">z</span></p><p><a href="#neo">lên</a> <a href="#s-neo">nữa</a></p>`},
	{"entities", `<p>&amp;amp; &lt;b&gt; &quot;x&quot; &#39; &nbsp; &shy; &zwj; &#8203;</p>`},
	{"decomposed", "<p>Tie\u0302\u0301ng Vie\u0323\u0302t</p>"},
	{"emoji and other planes", "<p>👩‍👩‍👧‍👦 𠀀 <b>🇻🇳</b></p>"},
	{"word paste", `<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoListParagraph"><![if !supportLists]>·<span>&nbsp;&nbsp;</span><![endif]>mục một</p><p class="MsoListParagraph">·&nbsp;&nbsp;mục hai</p>`},
	{"unknown element", `<p>a</p><x-bang data-x="1"><p>b</p></x-bang>`},
	{"unclosed", `<p>a<b>b<p>c</b>d<table><tr><td>e`},
	{"scripts", `<p>a<script>alert(1)</script><style>p{}</style>b</p><noscript><p>c</p></noscript><template><p>d</p></template>`},
	{"definitions", `<dl><dt>Từ<dd>Nghĩa<dd>Nghĩa nữa<dt>Hai<dd>x</dl>`},
	{"twice", strings.Repeat(`<p>Một đoạn văn khá dài để có thể coi là cả bài bị dán hai lần vào cùng một ô.</p><p>Đoạn thứ hai của bài ấy cũng dài như thế.</p>`, 2)},
	{"address and time", `<address>Số 1, Bến Lài</address><p><time datetime="2026-09-20T09:00+07:00">hôm nay</time></p>`},
	{"form", `<form action="/x"><p>Hỏi</p><input name="a"><button>Gửi</button></form>`},
}

// TestRoundTripOfFragments holds that importing what is printed of an imported
// fragment gives its blocks again: nothing is read into it, and nothing is lost.
func TestRoundTripOfFragments(t *testing.T) {
	for _, f := range fragments {
		t.Run(f.name, func(t *testing.T) {
			body, _, err := importer.HTML(strings.NewReader(f.html), nil)
			if err != nil {
				t.Fatal(err)
			}
			roundTrip(t, renderers["zero"], body)
		})
	}
}
