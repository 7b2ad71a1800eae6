package importer

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// scraps are markup and text of which mixtures are made: whatever is read by its
// neighbors, and what package render prints.
var scraps = strings.Split(`<p>|</p>|<b>|</b>|<i>|</i>|<div>|</div>|<br>|<br><br>|<table>|<tr>|<td>|</td>|</table>|<ul>|<ol>|<li>|</ul>|</ol>|<h2>|</h2>|<h3>|<figure>|</figure>|`+
	`<figcaption>|</figcaption>|<blockquote>|</blockquote>|<center>|</center>|<aside>|</aside>|<pre>|</pre>|<hr>|<a>|</a>|<details>|<summary>|</details>|<th>|<caption>|<cite>|<dl>|<dt>|<dd>|`+
	`<sup>|<q>|<small>|<tbody>|<thead>|<section>|<noscript>|<object>|<footer>|<img src="a.jpg">|<img src="b.jpg" alt="x">|<img src="c.jpg" alt="Một hai ba bốn">|<a href="/x">|<a href="d.pdf">|`+
	`<p style="text-align:center">|<p align="right">|<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>|<video src="v.mp4">|</video>|<audio title="Một hai" src=a.mp3></audio>|`+
	`<p class="caption">|<div class="box">|<div class="related">|<div class="author">|<p class="source">|<p class="file">|<figure class="gallery">|<blockquote class="pull">|<aside class="box box-facts">|`+
	`<p class="box-title">|<aside class="links">|<p class="links-title">|<figure class="embed">|<h2 id="x">|<a href="#x">|<span lang="en">|<span lang="ar">|<p dir="rtl">|<span title="Ba bốn">|`+
	`<div class="VCSortableInPreviewMode" type="Photo">|<p style="mso-list:l0 level1 lfo1">|<table role=presentation>|<table border=1>|[caption]|[/caption]|- |1. |2. |+ |: |. |? |***|>> |`+
	`Ảnh: Văn A|(Ảnh: TTXVN)|Ảnh minh họa|Nguồn: Internet|Xem thêm:|Tin liên quan|Một hai ba bốn|Hai ba bốn năm.|I. Mục đích|1. Yêu cầu|Theo TTXVN|— Ông A|“|”|(thực hiện)|Tệp đính kèm: |`+
	`Dòng này dài hơn một chút để cho đủ bốn mươi chữ.|Luật Đất đai số 31/2024/QH15|https://www.youtube.com/watch?v=abcdefghijk|&nbsp;&nbsp;&nbsp;&nbsp;|English text|đường ưu|Quang cảnh hội nghị`, "|")

// TestMixtures holds that what is printed of any mixture is read as what it was.
func TestMixtures(t *testing.T) {
	n := 20_000
	if testing.Short() || underRace {
		n = 2_000
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		var src strings.Builder
		for range 2 + r.IntN(14) {
			src.WriteString(scraps[r.IntN(len(scraps))])
		}
		for _, keep := range []bool{false, true} {
			o := &Options{KeepHTML: keep}
			body, notes, err := HTML(strings.NewReader(src.String()), o)
			if err != nil {
				t.Fatal(err)
			}
			checkLetters(t, src.String(), body, notes)
			checkRoundTrip(t, body, o)
		}
		if t.Failed() {
			t.Fatalf("of %s", src.String())
		}
	}
}
