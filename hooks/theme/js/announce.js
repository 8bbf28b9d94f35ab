// Says to those who do not see the page what has just been done.

/** Has to be there before anything is said: what comes together with its text is not read out. */
export function prepareAnnouncements() {
  if (region()) return;
  const made = document.createElement("p");
  made.className = "kk-visually-hidden";
  made.setAttribute("role", "status");
  made.dataset.announced = "";
  document.body.append(made);
}

/** @param {string} text */
export function announce(text) {
  const place = region();
  if (place) place.textContent = text;
}

/** One for all of a page's scripts, of which each has this module to itself. */
function region() {
  return document.querySelector("[data-announced]");
}
