// Keeps the line about the corpus true while it is being read.
const every = 1000;

export function followLibrary() {
  const line = document.querySelector("[data-library]");
  if (line?.dataset.library === "running") setTimeout(refresh, every);
}

async function refresh() {
  const line = document.querySelector("[data-library]");
  try {
    const response = await fetch("/pieces/library");
    if (response.ok) {
      const fresh = document.createElement("template");
      fresh.innerHTML = await response.text();
      const next = fresh.content.querySelector("[data-library]");
      // A status element that is replaced is not read aloud; one whose content changes is.
      line.replaceChildren(...next.childNodes);
      line.dataset.library = next.dataset.library;
    }
  } catch {
    // The server restarts: the next look will tell.
  }
  if (line.dataset.library === "running") setTimeout(refresh, every);
}
