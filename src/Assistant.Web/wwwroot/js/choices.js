// Whether sentences that no clause bears are shown or left out: at once, in every answer of the page, and remembered.
export function enhanceChoices() {
  const chat = document.querySelector("[data-chat]");
  if (!chat) return;
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.matches("[data-unsupported-toggle]")) return;
    event.preventDefault();
    const choice = event.submitter.value;
    choose(chat, choice, form);
    // The button that was pressed is gone now.
    form.querySelector(choice === "mark" ? ".when-marked button" : ".when-left-out button").focus();
  });
  document.addEventListener("change", event => {
    if (event.target.name === "unsupportedSentences") choose(chat, event.target.value, event.target.form);
  });
}

function choose(chat, choice, form) {
  chat.dataset.unsupported = choice;
  const radio = document.querySelector(`input[name=unsupportedSentences][value="${choice}"]`);
  if (radio) radio.checked = true;
  const fields = new URLSearchParams({ choice, __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  fetch("/choices/unsupported", { method: "POST", body: fields, redirect: "manual", keepalive: true });
}
