// Whether a plan is in force today, so that a page built last month does not lie.

/** @typedef {"in-force" | "coming" | "ended" | string} Standing */

/**
 * The twin of Catalogue.standing(): the plan's standing in a year, or its status where it was never
 * adopted. Periods are whole calendar years.
 * @param {string} status
 * @param {number} start
 * @param {number} end
 * @param {number} year
 * @returns {Standing}
 */
export function standingOf(status, start, end, year) {
  if (status !== "approved") return status;
  if (year < start) return "coming";
  return year > end ? "ended" : "in-force";
}

/** The year it is in Finland. */
export function thisYear() {
  const inFinland = new Intl.DateTimeFormat("en", { timeZone: "Europe/Helsinki", year: "numeric" });
  return Number(inFinland.format(new Date()));
}

/**
 * Sets the badges below an element right.
 * @param {ParentNode} within
 * @param {Record<string, string>} labels by standing
 */
export function correctBadges(within, labels) {
  const year = thisYear();
  for (const place of within.querySelectorAll("[data-standing]")) {
    const { status = "", start, end } = /** @type {HTMLElement} */ (place).dataset;
    const standing = standingOf(status, Number(start), Number(end), year);
    const badge = place.querySelector(".kk-badge");
    if (badge && labels[standing]) {
      badge.className = `kk-badge kk-badge--${standing}`;
      badge.textContent = labels[standing];
    }
  }
}

/**
 * A period as written in running text.
 * @param {{ start: number, end: number }} period
 */
export function periodOf({ start, end }) {
  return start === end ? String(start) : `${start}–${end}`;
}
