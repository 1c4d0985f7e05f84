// Asking without leaving the page: passages first, then the answer as it is made, then the server's own rendering of it in its place.
import { copy } from "./copy.js";
import { announce, element, piece } from "./dom.js";
import { forget, keep, kept } from "./draft.js";
import { beginEdit, enhanceEditing, endEdit, replacedBy } from "./edit.js";
import { boxScope, showScope } from "./scope.js";
import { ask } from "./stream.js";
import { pendingTurn } from "./turn.js";
import { format, words } from "./words.js";

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
    const later = submitted === form ? 0 : replacedBy(turns, request).length - 1;
    if (later > 0 && !confirm(format(words.replacesLater, later))) return;
    if (submitted === form) {
      box.value = "";
      endEdit(form);
    }
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
  enhanceEditing(form);
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
  const replaced = replacedBy(turns, request);
  const turn = pendingTurn(question, request);
  turns.append(turn.root);
  replaced.forEach(old => { old.hidden = true; }); // Until the new answer stands: one that fails takes nothing with it.
  keep(form.elements.conversationId.value, question); // Until it is answered, a reload finds it in the box.
  busy(form, true);
  document.getElementById("scope").open = false;
  turn.root.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  try {
    for await (const { event, data } of ask(request, asking.signal)) {
      if (event === "asked") turn.asked = data; // From here on the server has it: stopped or left, it stays in its conversation.
      else if (event === "passages") turn.found(data);
      else if (event === "citation") turn.cite(data);
      else if (event === "token") turn.write(data);
      else if (event === "restarted") turn.restart(data.reason);
      else if (event === "done") await complete(turn, form, data, replaced);
      else if (event === "error") turn.fail(data.message);
    }
    if (turn.root.isConnected && !turn.ended) turn.fail(words.connectionLost);
  } catch (error) {
    if (error.name !== "AbortError") turn.fail(words.connectionLost);
    else if (!await stopped(turn, form, replaced)) turn.fail(words.stopped);
  } finally {
    replaced.forEach(old => { old.hidden = false; });
    asking = null;
    busy(form, false);
    form.elements.question.focus({ preventScroll: true });
  }
}

async function complete(turn, form, answer, replaced) {
  turn.ended = true;
  await settle(turn, form, piece(`/pieces/answers/${encodeURIComponent(answer.answerId)}`), answer.conversationId, replaced);
  announce(words.answerComplete);
  // A title in the box stands for its documents now.
  if (answer.filters?.documents?.length) await showScope(`answer=${encodeURIComponent(answer.answerId)}`);
}

/** False where the server has nothing to show of it. */
async function stopped(turn, form, replaced) {
  if (!turn.asked) return false;
  const rendered = await piece(`/pieces/stopped/${encodeURIComponent(turn.asked.answerId)}`).catch(() => null);
  if (!rendered) return false;
  await settle(turn, form, rendered, turn.asked.conversationId, replaced);
  announce(words.stopped);
  return true;
}

/** The turn as the server keeps it, in a conversation that has its address from now on. */
async function settle(turn, form, answer, conversation, replaced) {
  const [rendered, conversations] = await Promise.all([answer, piece(`/pieces/conversations?current=${encodeURIComponent(conversation)}`)]);
  turn.root.replaceWith(rendered);
  showButtons(rendered);
  if (!rendered.dataset.toReplace) replaced.forEach(old => old.remove());
  document.getElementById("conversations").replaceWith(conversations);
  forget(form.elements.conversationId.value);
  form.elements.conversationId.value = conversation;
  keep(conversation, form.elements.question.value); // Typed while the answer came.
  form.elements.question.placeholder = words.followUpPlaceholder;
  history.replaceState(null, "", `/conversations/${encodeURIComponent(conversation)}`);
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
  } else beginEdit(form, turn);
}

function showButtons(turn) {
  turn.querySelectorAll("[data-copy]").forEach(button => { button.hidden = false; });
}

function busy(form, is) {
  form.querySelector(".send").hidden = is;
  form.querySelector("[data-stop]").hidden = !is;
  form.setAttribute("aria-busy", String(is));
}
