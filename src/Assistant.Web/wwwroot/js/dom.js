// The few things that several modules do to the page.

/** Its text is text, whatever it holds. */
export function element(name, classes = "", text = "") {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  if (text) made.textContent = text;
  return made;
}

/** A piece of page that the server renders. */
export async function piece(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(await response.json().then(problem => problem.detail, () => response.statusText));
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  return template.content.firstElementChild;
}

/** Tells a screen reader what is only seen otherwise. */
export function announce(text) {
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
