// On a phone what stands beside the page otherwise is closed, until somebody wants it.
const narrow = matchMedia("(max-width: 56rem)");

export function closeOnNarrow() {
  const fold = () => document.querySelectorAll("details[data-narrow-closed]").forEach(list => { list.open = !narrow.matches; });
  if (narrow.matches) fold();
  document.querySelectorAll("details[data-narrow-closed]").forEach(list => { list.dataset.folded = ""; });
  narrow.addEventListener("change", fold); // A window drawn wide again has no button to open it with.
}
