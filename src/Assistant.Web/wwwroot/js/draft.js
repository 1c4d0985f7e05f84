// A question that is typed, or was stopped, is still there after the page was left: nothing is lost but by asking it.
const name = conversation => `question:${conversation || "new"}`;

export const kept = conversation => sessionStorage.getItem(name(conversation)) ?? "";

export function keep(conversation, question) {
  if (question) sessionStorage.setItem(name(conversation), question);
  else forget(conversation);
}

export const forget = conversation => sessionStorage.removeItem(name(conversation));
