// Opens the place that a citation or passage leads to beside the page, scrolled to the marked words.
import { element } from "./dom.js";
import { words } from "./words.js";

let opener = null;

export function enhanceSources() {
  const pane = document.getElementById("source-pane");
  if (!pane) return;
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[data-source]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(pane, link);
  });
  pane.querySelector("[data-pane-close]").addEventListener("click", () => close(pane));
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && !pane.hidden) close(pane);
  });
}

async function open(pane, link) {
  const address = new URL(link.href);
  const body = pane.querySelector("[data-pane-body]");
  opener = link;
  const response = await fetch("/pieces" + address.pathname + address.search).catch(() => null);
  const toDocument = pane.querySelector("[data-pane-link]");
  toDocument.href = link.href;
  toDocument.hidden = !response?.ok;
  if (response?.ok) body.innerHTML = await response.text();
  else {
    // The conversation stays: that a source is gone is told where it would have been shown.
    const problem = response ? await response.json().catch(() => null) : null;
    const told = element("p", "notice", problem?.detail ?? words.connectionLost);
    told.setAttribute("role", "alert");
    body.replaceChildren(told);
  }
  pane.hidden = false;
  pane.closest("main").classList.add("with-source");
  highlight(link);
  body.scrollTop = 0;
  body.focus({ preventScroll: true });
  bring(body, body.querySelector("mark"));
}

/** In the pane alone: scrollIntoView would move the answer too. Several times, because articles get their real height once they are near. */
function bring(body, mark, times = 4) {
  if (!mark || times === 0) return;
  requestAnimationFrame(() => {
    body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
    bring(body, mark, times - 1);
  });
}

function close(pane) {
  pane.hidden = true;
  pane.closest("main").classList.remove("with-source");
  highlight(null);
  opener?.focus();
  opener = null;
}

function highlight(link) {
  document.querySelectorAll(".open[data-source], .card.open").forEach(element => element.classList.remove("open"));
  if (!link) return;
  link.classList.add("open");
  const card = link.dataset.card ? document.getElementById(link.dataset.card) : link.closest(".card");
  card?.classList.add("open");
}
