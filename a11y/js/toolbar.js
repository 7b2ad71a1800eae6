// Keeps html's two attributes, the controls and localStorage the same.
(() => {
  const d = document, r = d.documentElement, k = "%reading";
  const n = ["%text-size", "%colors"];
  let v = ["100", "auto"];
  // Stored text may be anything: only the known values count.
  const load = () => {
    try {
      const m = /^(87|100|125|150|200)-(auto|high|light|dark|sepia)$/.exec(localStorage[k]);
      if (m) v = m.slice(1);
    } catch {}
    show();
  };
  const show = () => {
    n.forEach((a, i) => {
      r.setAttribute("data-" + a, v[i]);
      d.getElementsByName(a).forEach(e => {
        if (e.type == "radio") e.checked = e.value == v[i];
        else e.setAttribute("aria-pressed", e.value == v[i]);
      });
    });
    const t = d.getElementById("%reading-toolbar");
    if (t) t.hidden = false;
  };
  d.addEventListener("click", e => {
    const i = n.indexOf(e.target.closest("[name]")?.getAttribute("name"));
    if (i < 0) return;
    v[i] = e.target.closest("[name]").value;
    show();
    try {
      localStorage[k] = v.join("-");
    } catch {}
  });
  addEventListener("storage", load);
  addEventListener("pageshow", load);
  // The controls come later than this script: set them as soon as they are
  // parsed, and those whose parsing has not been told yet at its end.
  const o = new MutationObserver(show);
  o.observe(r, {childList: true, subtree: true});
  d.addEventListener("DOMContentLoaded", () => {
    show();
    o.disconnect();
  });
  load();
})();
