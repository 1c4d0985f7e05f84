// What a question is limited to: titles are offered while one types, and become documents once they are chosen.
import { piece } from "./dom.js";

const names = ["documents", "title", "issuer", "kind", "from", "to", "inForce"];
const offered = 20;
let latest = 0;

export function enhanceScope() {
  const form = document.getElementById("question-form");
  if (!form) return;
  let waiting = 0;
  form.addEventListener("input", event => {
    if (event.target.name !== "title") return;
    tell(event.target, "");
    clearTimeout(waiting);
    // One of the titles offered was chosen: it need not be left first.
    if ([...event.target.list.options].some(option => option.value === event.target.value)) return event.target.dispatchEvent(new Event("change", { bubbles: true }));
    waiting = setTimeout(() => offer(form, event.target.value.trim()), 150);
  });
  form.addEventListener("change", async event => {
    if (!names.includes(event.target.name)) return;
    const fields = new URLSearchParams([...new FormData(form)].filter(([name]) => names.includes(name)));
    try {
      await showScope(fields);
    } catch (problem) {
      // Told beside it, and nothing is asked with it; the focus stays where the reader is by now.
      tell(form.elements.title, problem.message);
    }
  });
  // What keeps a question from being sent can be seen.
  form.addEventListener("invalid", event => { if (event.target.name === "title") document.getElementById("scope").open = true; }, true);
  form.addEventListener("keydown", event => {
    if (event.target.name !== "title" || event.key !== "Enter") return;
    event.preventDefault();
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });
  form.addEventListener("click", async event => {
    if (!event.target.closest?.("[data-scope-clear]")) return;
    await showScope("");
    form.elements.title.focus();
  });
}

/** The limits in the box: each name with its values, empty ones too. */
export function boxScope(form) {
  const fields = new FormData(form);
  return [...names, "unsupportedSentences"].map(name => [name, fields.getAll(name)]);
}

/** Shows the limits that an address describes. Whoever is in one of the fields by then stays in it. */
export async function showScope(fields) {
  const turn = ++latest;
  const fresh = await piece(`/pieces/scope?${fields}`);
  if (turn !== latest) return; // Changed again meanwhile.
  const held = document.getElementById("scope");
  const used = held.contains(document.activeElement) ? document.activeElement.name : "";
  fresh.open = held.open;
  held.replaceWith(fresh);
  if (used) fresh.querySelector(`[name="${used}"]`)?.focus({ preventScroll: true });
}

function tell(title, sentence) {
  title.setCustomValidity(sentence);
  const fault = document.getElementById("scope-fault");
  fault.textContent = sentence;
  fault.hidden = !sentence;
}

async function offer(form, text) {
  const list = form.querySelector("datalist");
  if (!text || !list) return list?.replaceChildren();
  const response = await fetch(`/api/documents?query=${encodeURIComponent(text)}`);
  if (!response.ok) return;
  const titles = new Set((await response.json()).map(document => document.title).filter(Boolean));
  list.replaceChildren(...[...titles].slice(0, offered).map(title => new Option(title, title)));
}
