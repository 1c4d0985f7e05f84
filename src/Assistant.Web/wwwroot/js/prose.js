// An answer's Markdown as it arrives, shown as far as we write it ourselves: paragraphs, lists, bold, citation markers. Everything else is text.
import { element } from "./dom.js";
import { words } from "./words.js";

const before = /^\s*(?:- )?/; // What stands before a sentence that comes alone.
const mark = "⚠"; // Where it goes.
const inline = /\*\*((?:\\[^]|[^*\\])+)\*\*|\[(\d{1,4})\]|\\([!-/:-@[-`{-~])/g;

export function proseWriter(root) {
  let block = null;
  let citations = new Map();

  return {
    /** A marker that is written later leads to its clause. */
    cite(citation) { citations.set(String(citation.number), citation); },
    clear() {
      root.replaceChildren();
      block = null;
      citations = new Map();
    },
    /** @param unsupported words and reason of the sentence that the text marks as borne by no clause; nothing else comes with it. */
    write({ text, unsupported }) {
      if (unsupported) text = before.exec(text)[0] + mark;
      for (const [i, part] of text.split(/(?:\r?\n){2,}/).entries()) {
        if (i > 0) block = null;
        for (const [j, line] of part.split("\n").entries()) {
          if (!line) continue;
          if (line.startsWith("- ")) sentence(item(), line.slice(2), unsupported);
          else {
            if (j > 0 && block) block.append("\n");
            sentence(block ??= paragraph(), line, unsupported);
          }
        }
      }
    },
  };

  function paragraph() {
    const made = element("p");
    root.append(made);
    return made;
  }

  function item() {
    const list = root.lastElementChild?.tagName === "UL" ? root.lastElementChild : root.appendChild(element("ul"));
    block = element("li");
    list.append(block);
    return block;
  }

  function sentence(into, text, unsupported) {
    if (!unsupported) return spans(into, text);
    const marked = element("span", "unsupported");
    marked.append(element("span", "flag", `⚠ ${words.unsupported}`), " ", element("span", "words", unsupported.words));
    if (unsupported.reason) marked.append(element("span", "why", unsupported.reason));
    into.append(text.slice(0, -mark.length), marked);
  }

  function spans(into, text) {
    let at = 0;
    for (const match of text.matchAll(inline)) {
      into.append(text.slice(at, match.index));
      at = match.index + match[0].length;
      if (match[1] !== undefined) spans(into.appendChild(element("strong")), match[1]);
      else if (match[2] !== undefined) into.append(marker(match[2]));
      else into.append(match[3]);
    }
    into.append(text.slice(at));
  }

  function marker(number) {
    const citation = citations.get(number);
    if (!citation) return `[${number}]`;
    const made = element("a", "marker", number);
    made.href = `/documents/${encodeURIComponent(citation.documentId)}?start=${citation.start}&end=${citation.end}#quote`;
    made.dataset.source = "";
    made.title = citation.source + citation.clause;
    return made;
  }
}
