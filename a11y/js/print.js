// Shows the print button, where the browser can print, in the first frame that
// it is part of.
(function show() {
  const b = document.querySelector(".%reading-toolbar .%print");
  if (b && window.print) {
    b.hidden = false;
    b.onclick = () => print();
  } else if (document.readyState == "loading") requestAnimationFrame(show);
})();
