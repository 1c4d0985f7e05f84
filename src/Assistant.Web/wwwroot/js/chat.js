// Asking without leaving the page: passages first, then the answer as it is made, then the server's own rendering of it in its place.
import { ask } from "./stream.js";
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
    if (submitted === form) box.value = "";
    run(turns, form, question);
  });

  box.addEventListener("keydown", event => {
    // While an input method composes, Enter chooses a word (229: Safari reports the end of composition before the key).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  });

  form.querySelector("[data-stop]").addEventListener("click", () => asking?.abort());
  document.addEventListener("click", event => onButton(event, turns, form));
  turns.querySelectorAll(".turn").forEach(showButtons);
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView({ block: "start" });
  else if (turns.querySelector(".turn")) turns.querySelector(".turn:last-of-type").scrollIntoView({ block: "start" });
}

async function run(turns, form, question) {
  asking = new AbortController();
  document.querySelector("[data-chat]").classList.remove("empty");
  document.querySelectorAll(".welcome, .column > .suggestions").forEach(element => element.remove());
  if (!document.querySelector("h1")) turns.prepend(element("h1", "unseen", question));
  const turn = pending(question);
  turns.append(turn.root);
  busy(form, true);
  turn.root.scrollIntoView({ block: "start", behavior: "smooth" });
  try {
    for await (const { event, data } of ask({ question, conversationId: form.elements.conversationId.value || null }, asking.signal)) {
      if (event === "passages") turn.found(data);
      else if (event === "token") turn.write(data.text);
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

/** A turn whose answer is on its way. What documents and models say enters as text, never as markup. */
function pending(question) {
  const root = element("article", "turn pending");
  root.dataset.question = question;
  const asked = element("header", "asked");
  asked.append(element("h2", "", question));
  const answer = element("div", "answer");
  const working = element("p", "working");
  working.setAttribute("role", "status");
  const spinner = element("span", "spinner");
  const says = element("span", "", words.searching);
  working.append(spinner, says);
  const prose = element("div", "prose");
  prose.setAttribute("aria-live", "polite");
  const passages = element("ol", "passages");
  answer.append(working, prose, passages);
  root.append(asked, answer);
  const turn = {
    root,
    ended: false,
    found({ passages: list, rewrittenQuestion }) {
      if (rewrittenQuestion && rewrittenQuestion !== question) asked.append(element("p", "quiet", format(words.understoodAs, rewrittenQuestion)));
      says.textContent = format(words.passagesFound, list.length) + " " + words.writing;
      for (const passage of list.slice(0, 5)) {
        const item = element("li");
        item.append(element("strong", "", titled(passage) + passage.clause), element("p", "", passage.text));
        passages.append(item);
      }
    },
    write(text) {
      passages.remove();
      prose.textContent += text;
    },
    /** What the model wrote so far is void: the extractive answer begins. */
    restart(reason) {
      prose.textContent = "";
      says.textContent = reason;
    },
    fail(message) {
      turn.ended = true;
      root.classList.remove("pending");
      working.replaceChildren(element("span", "failed-turn", message));
      passages.remove();
      const foot = element("footer", "answer-foot");
      foot.append(button("retry", words.retry), button("edit", words.edit));
      answer.append(foot);
    },
  };
  return turn;
}

/** As Links.Titled on the server. */
function titled({ documentTitle, sourceFile }) {
  return documentTitle ? `《${documentTitle.replaceAll("《", "〈").replaceAll("》", "〉")}》` : sourceFile;
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
  document.getElementById("conversations").replaceWith(conversations);
  form.elements.conversationId.value = answer.conversationId;
  form.elements.question.placeholder = words.followUpPlaceholder;
  history.replaceState(null, "", `/conversations/${encodeURIComponent(answer.conversationId)}`);
}

async function piece(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  return template.content.firstElementChild;
}

function onButton(event, turns, form) {
  const pressed = event.target.closest?.("[data-copy], [data-retry], [data-edit]");
  const turn = pressed?.closest(".turn");
  if (!turn) return;
  if ("copy" in pressed.dataset) copy(turn, pressed);
  else if (asking) return;
  else if ("retry" in pressed.dataset) {
    if (!turn.dataset.answer) turn.remove();
    run(turns, form, turn.dataset.question);
  } else {
    form.elements.question.value = turn.dataset.question;
    form.elements.question.focus();
  }
}

/** The answer with its markers, then each citation on a line: what one pastes into a letter. */
async function copy(turn, pressed) {
  const prose = turn.querySelector(".prose").cloneNode(true);
  prose.querySelectorAll(".marker").forEach(marker => marker.replaceWith(`[${marker.textContent}]`));
  const paragraphs = [...prose.children].map(block => block.textContent.trim());
  const citations = [...turn.querySelectorAll(".card")].map(card =>
    `[${card.value}] ${card.querySelector(".card-title").textContent.trim()}：“${card.querySelector("blockquote").textContent.trim()}”`);
  await navigator.clipboard.writeText([...paragraphs, "", ...citations].join("\n"));
  const label = pressed.textContent;
  pressed.textContent = words.copied;
  setTimeout(() => { pressed.textContent = label; }, 1500);
}

function showButtons(turn) {
  turn.querySelectorAll("[data-copy], [data-retry], [data-edit]").forEach(button => { button.hidden = false; });
}

function busy(form, is) {
  form.querySelector(".send").hidden = is;
  form.querySelector("[data-stop]").hidden = !is;
  form.setAttribute("aria-busy", String(is));
}

function announce(text) {
  let region = document.getElementById("announcement");
  if (!region) {
    region = element("p", "unseen");
    region.id = "announcement";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50);
}

function button(name, text) {
  const made = element("button", "plain", text);
  made.type = "button";
  made.dataset[name] = "";
  return made;
}

function element(name, classes = "", text = "") {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  if (text) made.textContent = text;
  return made;
}
