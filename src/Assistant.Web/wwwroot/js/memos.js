// Puts an answer into a memo without leaving the conversation, and takes a memo dropped on the verification form.
export function enhanceMemos() {
  document.addEventListener("submit", async event => {
    const form = event.target.closest("[data-add-to-memo]");
    if (!form) return;
    event.preventDefault();
    const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!response.ok) return form.submit(); // The page says what is wrong.
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const link = document.createElement("a");
    link.href = new URL(response.url).pathname;
    link.textContent = `✓ ${page.querySelector("h1")?.textContent ?? ""}`;
    link.setAttribute("role", "status");
    form.replaceWith(link);
    link.focus();
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
