// Puts an answer into a memo without leaving the conversation, and takes a memo dropped on the verification form.
import { element } from "./dom.js";
import { format, words } from "./words.js";

export function enhanceMemos() {
  // Said once: a reload saves nothing.
  if (document.querySelector("[data-once]")) history.replaceState(null, "", location.pathname);

  document.addEventListener("submit", event => {
    const form = event.target.closest("[data-add-to-memo]");
    if (!form) return;
    event.preventDefault();
    add(form, event.submitter);
  });

  // A list of memos that was opened closes when one turns to something else.
  document.addEventListener("click", event => closeChoices(event.target.closest?.("[data-choice]")));
  document.addEventListener("keydown", event => {
    const open = event.key === "Escape" && event.target.closest?.("[data-choice][open]");
    if (!open) return;
    closeChoices();
    open.querySelector("summary").focus();
  });

  for (const form of document.querySelectorAll("[data-drop]")) {
    form.addEventListener("dragover", event => { event.preventDefault(); form.classList.add("over"); });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", event => {
      event.preventDefault();
      form.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      form.querySelector("input[type=file]").files = event.dataTransfer.files;
      form.requestSubmit();
    });
  }
}

async function add(form, pressed) {
  const fields = new FormData(form, pressed);
  const buttons = form.querySelectorAll("button");
  buttons.forEach(button => { button.disabled = true; }); // A second click makes no second memo.
  const response = await fetch(form.action, { method: "POST", body: fields }).catch(() => null);
  if (!response?.ok) {
    // The page says what is wrong; without a connection the browser does.
    buttons.forEach(button => { button.disabled = false; });
    const memo = element("input");
    [memo.type, memo.name, memo.value] = ["hidden", "memoId", fields.get("memoId") ?? ""];
    form.append(memo);
    return form.submit();
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const done = element("span", "added");
  done.setAttribute("role", "status");
  const link = element("a", "", format(words.quotedTitle, page.querySelector("h1")?.textContent ?? ""));
  link.href = new URL(response.url).pathname;
  done.append(`✓ ${words.addedToMemo}`, link);
  form.replaceWith(done);
  link.focus();
}

function closeChoices(but = null) {
  document.querySelectorAll("[data-choice][open]").forEach(choice => { if (choice !== but) choice.open = false; });
}
