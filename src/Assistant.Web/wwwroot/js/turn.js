// A question whose answer is on its way. What documents and models say enters as text, never as markup.
import { element } from "./dom.js";
import { proseWriter } from "./prose.js";
import { format, words } from "./words.js";

/** Passages shown while the answer is made: what is read in that time. */
const shown = 5;

/** @param request what was posted; a turn that fails is asked again with it. */
export function pendingTurn(question, request) {
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
  const writer = proseWriter(prose);
  const passages = element("ol", "passages");
  answer.append(working, prose, passages);
  root.append(asked, answer);
  let sentences = 0;
  const turn = {
    root,
    request,
    ended: false,
    found({ passages: list, rewrittenQuestion }) {
      if (rewrittenQuestion && rewrittenQuestion !== question) asked.append(element("p", "quiet understood", format(words.understoodAs, rewrittenQuestion)));
      says.textContent = `${format(words.passagesFound, list.length)} · ${words.writing}`;
      for (const passage of list.slice(0, shown)) {
        const item = element("li");
        item.append(element("strong", "", passage.source + passage.clause), element("p", "", passage.text));
        passages.append(item);
      }
    },
    cite: writer.cite,
    write(token) {
      passages.remove();
      writer.write(token);
      // The sentence that is being written is not shown before it is checked: half a sentence looks like any other.
      if (/\p{L}/u.test(token.text) || token.unsupported) sentences++;
      if (sentences > 0) says.textContent = format(words.checkedSoFar, sentences);
    },
    /** What the model wrote so far is void: the extractive answer begins. */
    restart(reason) {
      writer.clear();
      sentences = 0;
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
  root.turn = turn;
  return turn;
}

function button(name, text) {
  const made = element("button", "plain", text);
  made.type = "button";
  made.dataset[name] = "";
  return made;
}
