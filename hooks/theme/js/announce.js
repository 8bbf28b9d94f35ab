// Says to those who do not see the page what has just been done.

/** @type {HTMLElement | undefined} */
let region;

/** Has to be there before anything is said: what comes together with its text is not read out. */
export function prepareAnnouncements() {
  if (region) return;
  region = document.createElement("p");
  region.className = "kk-visually-hidden";
  region.setAttribute("role", "status");
  region.dataset.announced = "";
  document.body.append(region);
}

/** @param {string} text */
export function announce(text) {
  if (region) region.textContent = text;
}
