// Asking without leaving the page: passages first, then the answer as it is made, then the server's own rendering of it in its place.
import { copy } from "./copy.js";
import { announce, element, piece } from "./dom.js";
import { closeOnNarrow } from "./narrow.js";
import { forget, keep, kept } from "./draft.js";
import { boxScope, showScope } from "./scope.js";
import { ask } from "./stream.js";
import { pendingTurn } from "./turn.js";
import { words } from "./words.js";

let asking = null;

export function enhanceChat() {
  const turns = document.getElementById("turns");
  const form = document.getElementById("question-form");
  if (!turns || !form) return;
  const box = form.elements.question;

  document.addEventListener("submit", event => {
    const submitted = event.target;
    if (!submitted.matches("form[data-ask]")) return;
    event.preventDefault();
    const question = submitted.elements.question.value.trim();
    if (!question || asking) return;
    const request = requestOf(submitted, form);
    if (submitted === form) box.value = "";
    run(turns, form, question, request);
  });

  box.addEventListener("keydown", event => {
    // While an input method composes, Enter chooses a word (229: Safari reports the end of composition before the key).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!asking) form.requestSubmit();
  });

  form.querySelector("[data-stop]").addEventListener("click", () => asking?.abort());
  document.addEventListener("click", event => onButton(event, turns, form));
  turns.querySelectorAll(".turn").forEach(showButtons);
  if (!box.value) box.value = kept(form.elements.conversationId.value);
  box.addEventListener("input", () => keep(form.elements.conversationId.value, box.value));
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView({ block: "start" });
  else if (turns.querySelector(".turn")) turns.querySelector(".turn:last-of-type").scrollIntoView({ block: "start" });
}

/** The fields of the form that was sent; a suggestion is asked within the limits that stand in the box. */
function requestOf(submitted, form) {
  const request = new FormData(submitted);
  if (submitted === form || submitted.hasAttribute("data-own-scope")) return request;
  for (const [name, values] of boxScope(form)) {
    request.delete(name);
    for (const value of values) request.append(name, value);
  }
  return request;
}

async function run(turns, form, question, request) {
  asking = new AbortController();
  document.querySelector("[data-chat]").classList.remove("empty");
  document.querySelectorAll(".welcome, .column > .suggestions").forEach(shown => shown.remove());
  if (!document.querySelector("h1")) turns.prepend(element("h1", "unseen", question));
  request.set("conversationId", form.elements.conversationId.value);
  const turn = pendingTurn(question, request);
  turns.append(turn.root);
  keep(form.elements.conversationId.value, question); // Until it is answered, a reload finds it in the box.
  busy(form, true);
  document.getElementById("scope").open = false;
  turn.root.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  try {
    for await (const { event, data } of ask(request, asking.signal)) {
      if (event === "passages") turn.found(data);
      else if (event === "citation") turn.cite(data);
      else if (event === "token") turn.write(data);
      else if (event === "restarted") turn.restart(data.reason);
      else if (event === "done") await complete(turn, form, data);
      else if (event === "error") turn.fail(data.message);
    }
    if (turn.root.isConnected && !turn.ended) turn.fail(words.connectionLost);
  } catch (error) {
    turn.fail(error.name === "AbortError" ? words.stopped : words.connectionLost);
  } finally {
    asking = null;
    busy(form, false);
    form.elements.question.focus({ preventScroll: true });
  }
}

async function complete(turn, form, answer) {
  turn.ended = true;
  const [rendered, conversations] = await Promise.all([
    piece(`/pieces/answers/${encodeURIComponent(answer.answerId)}`),
    piece(`/pieces/conversations?current=${encodeURIComponent(answer.conversationId)}`),
  ]);
  turn.root.replaceWith(rendered);
  showButtons(rendered);
  announce(words.answerComplete);
  closeOnNarrow(conversations);
  document.getElementById("conversations").replaceWith(conversations);
  forget(form.elements.conversationId.value);
  form.elements.conversationId.value = answer.conversationId;
  keep(answer.conversationId, form.elements.question.value); // Typed while the answer came.
  form.elements.question.placeholder = words.followUpPlaceholder;
  history.replaceState(null, "", `/conversations/${encodeURIComponent(answer.conversationId)}`);
  // A title in the box stands for its documents now.
  if (answer.filters?.documents?.length) await showScope(`answer=${encodeURIComponent(answer.answerId)}`);
}

function onButton(event, turns, form) {
  const pressed = event.target.closest?.("[data-copy], [data-retry], [data-edit]");
  const turn = pressed?.closest(".turn");
  if (!turn) return;
  if ("copy" in pressed.dataset) return copy(turn, pressed);
  event.preventDefault();
  if (asking) return;
  if ("retry" in pressed.dataset) {
    turn.remove();
    run(turns, form, turn.dataset.question, turn.turn.request);
  } else {
    form.elements.question.value = turn.dataset.question;
    form.elements.question.focus();
    keep(form.elements.conversationId.value, turn.dataset.question);
    if (turn.dataset.answer) showScope(`answer=${encodeURIComponent(turn.dataset.answer)}`);
  }
}

function showButtons(turn) {
  turn.querySelectorAll("[data-copy]").forEach(button => { button.hidden = false; });
}

function busy(form, is) {
  form.querySelector(".send").hidden = is;
  form.querySelector("[data-stop]").hidden = !is;
  form.setAttribute("aria-busy", String(is));
}
