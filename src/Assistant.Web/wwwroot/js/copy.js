// The answer as one pastes it into a letter.
import { announce } from "./dom.js";
import { format, words } from "./words.js";

/** The answer as it is shown, with its markers, then each citation on a line. */
export async function copy(turn, pressed) {
  const prose = turn.querySelector(".prose").cloneNode(true);
  if (turn.closest("[data-unsupported=leaveOut]")) prose.querySelectorAll(".unsupported").forEach(sentence => sentence.remove());
  prose.querySelectorAll(".unsupported .why").forEach(why => { why.textContent = format(words.copiedReason, why.textContent); });
  prose.querySelectorAll(".marker").forEach(marker => marker.replaceWith(`[${marker.textContent}]`));
  const paragraphs = [...prose.children].map(block => block.textContent.replaceAll("\u2060", "").trim()).filter(Boolean);
  const citations = [...turn.querySelectorAll(".card")].map(card =>
    format(words.copiedCitation, card.value, card.dataset.place, card.querySelector("blockquote").textContent.trim()));
  await navigator.clipboard.writeText([...paragraphs, "", ...citations].join("\n"));
  const label = pressed.textContent;
  pressed.textContent = words.copied;
  announce(words.copied);
  setTimeout(() => { pressed.textContent = label; }, 1500);
}
