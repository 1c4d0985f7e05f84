// A question that is being changed stands in the box; what its new answer will take the place of is seen until then.
import { keep } from "./draft.js";
import { showScope } from "./scope.js";

export function enhanceEditing(form) {
  form.addEventListener("click", event => {
    if (!event.target.closest?.("[data-edit-cancel]")) return;
    event.preventDefault();
    form.elements.question.value = "";
    keep(form.elements.conversationId.value, "");
    endEdit(form);
    form.elements.question.focus();
  });
  form.addEventListener("keydown", event => {
    if (event.key === "Escape" && form.elements.replaces.value) form.querySelector("[data-edit-cancel]").click();
  });
  mark(form);
}

export function beginEdit(form, turn) {
  const { question, answer, toReplace } = turn.dataset;
  form.elements.question.value = question;
  form.elements.question.focus();
  keep(form.elements.conversationId.value, question);
  // One that failed before it came to an answer is no part of the conversation: it only makes room.
  if (answer) showScope(`answer=${encodeURIComponent(answer)}`);
  else turn.remove();
  // What a turn that was stopped or failed was to replace stands yet.
  const stands = toReplace && document.querySelector(`.turn[data-answer="${CSS.escape(toReplace)}"]`);
  form.elements.replaces.value = (stands ? toReplace : answer ?? turn.turn.request.get("replaces")) ?? "";
  mark(form);
}

export function endEdit(form) {
  form.elements.replaces.value = "";
  mark(form);
}

/** The turns that the answer to a request will take the place of: the one it names and those after it. */
export function replacedBy(turns, request) {
  const named = request.get("replaces");
  const all = [...turns.querySelectorAll(".turn[data-answer]")];
  const first = all.findIndex(turn => named && turn.dataset.answer === named);
  return first < 0 ? [] : all.slice(first);
}

function mark(form) {
  const turns = document.getElementById("turns");
  turns.querySelectorAll(".to-be-replaced").forEach(turn => turn.classList.remove("to-be-replaced"));
  replacedBy(turns, new FormData(form)).forEach(turn => turn.classList.add("to-be-replaced"));
  form.querySelector("[data-editing]").hidden = !form.elements.replaces.value;
}
