// Pages are complete without script; each of these adds comfort to the elements it finds.
import { enhanceChat } from "./chat.js";
import { enhanceSources } from "./source.js";
import { followLibrary } from "./library.js";
import { enhanceMemos } from "./memos.js";
import { enhanceScope } from "./scope.js";
import { enhanceChoices } from "./choices.js";
import { enhanceDocument } from "./document.js";
import { closeOnNarrow } from "./narrow.js";

closeOnNarrow();
enhanceSources();
enhanceChat();
followLibrary();
enhanceMemos();
enhanceScope();
enhanceChoices();
enhanceDocument();

document.addEventListener("submit", event => {
  const question = event.target.dataset?.confirm;
  if (question && !confirm(question)) event.preventDefault();
});
