// What a question is limited to: titles are offered while one types, and become documents once they are chosen.
import { piece } from "./dom.js";

const names = ["documents", "title", "issuer", "kind", "from", "to", "inForce"];
const offered = 20;

export function enhanceScope() {
  const form = document.getElementById("question-form");
  if (!form) return;
  let waiting = 0;
  form.addEventListener("input", event => {
    if (event.target.name !== "title") return;
    clearTimeout(waiting);
    // One of the titles offered was chosen: it need not be left first.
    if ([...event.target.list.options].some(option => option.value === event.target.value)) return event.target.dispatchEvent(new Event("change", { bubbles: true }));
    waiting = setTimeout(() => offer(form, event.target.value.trim()), 150);
  });
  form.addEventListener("change", async event => {
    if (!names.includes(event.target.name)) return;
    const fields = new URLSearchParams([...new FormData(form)].filter(([name]) => names.includes(name)));
    const field = event.target;
    field.setCustomValidity?.("");
    try {
      await showScope(fields, field.name);
    } catch (problem) {
      // Told where it was typed; nothing is asked with it.
      field.setCustomValidity?.(problem.message);
      field.reportValidity?.();
    }
  });
  form.addEventListener("keydown", event => {
    if (event.target.name !== "title" || event.key !== "Enter") return;
    event.preventDefault();
    event.target.blur();
  });
  form.addEventListener("click", event => {
    if (event.target.closest?.("[data-scope-clear]")) showScope("", "title");
  });
}

/** The limits in the box: each name with its values, empty ones too. */
export function boxScope(form) {
  const fields = new FormData(form);
  return [...names, "unsupportedSentences"].map(name => [name, fields.getAll(name)]);
}

/** Shows the limits that an address describes, and gives the focus back to the field that was used. */
export async function showScope(fields, focused = null) {
  const fresh = await piece(`/pieces/scope?${fields}`);
  const held = document.getElementById("scope");
  fresh.open = held.open;
  held.replaceWith(fresh);
  if (focused) fresh.querySelector(`[name="${focused}"]`)?.focus();
}

async function offer(form, text) {
  const list = form.querySelector("datalist");
  if (!text || !list) return list?.replaceChildren();
  const response = await fetch(`/api/documents?query=${encodeURIComponent(text)}`);
  if (!response.ok) return;
  const titles = new Set((await response.json()).map(document => document.title).filter(Boolean));
  list.replaceChildren(...[...titles].slice(0, offered).map(title => new Option(title, title)));
}
