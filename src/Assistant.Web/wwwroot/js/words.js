// The words of the page's language, put into the page by the server.
export const words = JSON.parse(document.getElementById("words").textContent);

/** Replaces {0}, {1}… */
export const format = (text, ...values) => text.replace(/\{(\d+)\}/g, (_, i) => values[i]);
