// Which document it is stays in sight when its title is scrolled away, or a citation led into the middle of it.
export function enhanceDocument() {
  const bar = document.querySelector("[data-document-bar]");
  if (!bar) return;
  new IntersectionObserver(([title]) => { bar.hidden = title.isIntersecting || title.boundingClientRect.top > 0; }).observe(document.querySelector("h1"));
}
