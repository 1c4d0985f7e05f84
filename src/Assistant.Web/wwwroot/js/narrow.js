// On a phone the lists beside the page stand above it: closed, until somebody wants them.
const narrow = matchMedia("(max-width: 56rem)");

export function closeOnNarrow(within = document) {
  if (narrow.matches) within.querySelectorAll("details[data-narrow-closed]").forEach(list => { list.open = false; });
}
