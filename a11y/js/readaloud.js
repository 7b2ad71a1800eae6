// Reads the article aloud, sentence by sentence, where there is a voice for its
// language. Where there is none, its place in the toolbar stays empty.
(() => {
  const d = document, s = window.speechSynthesis;
  if (!s || !window.SpeechSynthesisUtterance) return;
  const text = () => d.querySelector(".article") || d.querySelector("main");
  let voice, parts = [], at = -1, state = 0, run = 0;
  const lang = () => (text().closest("[lang]") || d.documentElement).lang || "vi";
  // Android writes vi_VN.
  const base = l => l.toLowerCase().split(/[-_]/)[0];
  const find = () => {
    const b = d.querySelector(".%read-aloud"), t = text();
    if (!b || !t || b.dataset.on) return;
    const vs = s.getVoices().filter(v => base(v.lang) == base(lang()));
    voice = vs.find(v => v.localService) || vs[0];
    if (!voice) return;
    const l = b.dataset, names = [l.read, l.pause, l.resume];
    l.on = 1;
    const button = () => {
      const e = d.createElement("button");
      e.type = "button";
      return e;
    };
    const go = button(), stop = button();
    stop.textContent = l.stop;
    const show = n => {
      state = n;
      go.textContent = names[n];
      n ? b.append(stop) : stop.remove();
    };
    b.append(go);
    show(0);
    const mark = r => {
      if (window.Highlight && CSS.highlights) r ? CSS.highlights.set("reading", new Highlight(r)) : CSS.highlights.delete("reading");
    };
    const end = () => {
      run++;
      s.cancel();
      at = -1;
      mark();
      show(0);
    };
    const next = () => {
      const p = parts[++at], me = run;
      if (!p) {
        const had = d.activeElement == stop;
        end();
        if (had) go.focus();
        return;
      }
      mark(p.range);
      const u = new SpeechSynthesisUtterance(p.text);
      u.voice = voice;
      u.lang = voice.lang;
      u.onend = () => me == run && next();
      u.onerror = () => me == run && end();
      s.speak(u);
    };
    go.addEventListener("click", () => {
      if (state == 1) {
        s.pause();
        show(2);
      } else if (state == 2) {
        s.resume();
        show(1);
      } else {
        parts = sentences(text());
        s.cancel();
        show(1);
        next();
      }
    });
    stop.addEventListener("click", () => {
      end();
      go.focus();
    });
    addEventListener("pagehide", end);
  };
  // Sentences with their places, block by block; what is hidden or not of the
  // article is left out.
  const sentences = root => {
    const out = [], seg = Intl.Segmenter && new Intl.Segmenter(lang(), {granularity: "sentence"});
    root.querySelectorAll("h1,h2,h3,h4,p,li,figcaption,pre").forEach(e => {
      if (e.querySelector("p,li") || e.closest("nav,.%reading-toolbar,.embed,.remote,.related,.share,.tags,[hidden],[aria-hidden=true]") || !e.getClientRects().length) return;
      const w = d.createTreeWalker(e, 4), nodes = [];
      let all = "";
      for (let n; (n = w.nextNode());) {
        nodes.push([all.length, n]);
        all += n.data;
      }
      const place = i => {
        let k = nodes.length - 1;
        while (k && nodes[k][0] > i) k--;
        return [nodes[k][1], Math.min(i - nodes[k][0], nodes[k][1].length)];
      };
      const cuts = seg ? [...seg.segment(all)].map(x => [x.index, x.segment]) : [...all.matchAll(/[^.!?…]+[.!?…]*\s*/g)].map(x => [x.index, x[0]]);
      cuts.forEach(([i, t]) => {
        if (!t.trim()) return;
        const range = d.createRange();
        range.setStart(...place(i));
        range.setEnd(...place(i + t.trimEnd().length));
        out.push({text: t.replace(/\s+/g, " ").trim(), range});
      });
    });
    return out;
  };
  // The control keeps its place while voices load, so that nothing moves when it
  // appears; paper shows no mark.
  try {
    const c = new CSSStyleSheet();
    c.replaceSync(".%read-aloud:empty::before{content:attr(data-read);visibility:hidden;display:grid;min-height:44px;box-sizing:border-box;padding:0 .5rem;border:1px solid}@media screen{::highlight(reading){background:var(--%mark);color:var(--%text)}}");
    d.adoptedStyleSheets = [...d.adoptedStyleSheets, c];
  } catch {}
  s.addEventListener?.("voiceschanged", find);
  // For engines that do not tell when voices come.
  setTimeout(find, 2000);
  d.readyState == "loading" ? d.addEventListener("DOMContentLoaded", find) : find();
})();
