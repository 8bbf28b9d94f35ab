// What is too wide for the screen scrolls within itself: then it can be reached by keyboard, and has a name.

const AREAS = ".kk-content :is(table, pre, .kk-map__frame)";
const HEADINGS = ".kk-content :is(h1, h2, h3, h4)";

export function nameScrollAreas() {
  const areas = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(AREAS)]);
  const watcher = new ResizeObserver((entries) => {
    const changed = new Set(entries.map(({ target }) => target.closest(AREAS)));
    for (const area of changed) if (area) mark(/** @type {HTMLElement} */ (area));
  });
  for (const area of areas) {
    mark(area);
    // What is within grows without the area when a font arrives.
    for (const part of [area, ...area.children]) watcher.observe(part);
  }
}

/** @param {HTMLElement} area */
function mark(area) {
  const scrolls = area.scrollWidth > area.clientWidth + 1 || area.scrollHeight > area.clientHeight + 1;
  if (scrolls && getComputedStyle(area).overflowX !== "visible") {
    area.tabIndex = 0;
    if (!area.matches("table, [role]")) area.setAttribute("role", "group");
    if (!area.matches("[aria-label], [aria-labelledby]")) area.setAttribute("aria-labelledby", headingOf(area));
  } else if (area.hasAttribute("tabindex")) {
    area.removeAttribute("tabindex");
  }
}

/**
 * The heading that an area stands under.
 * @param {HTMLElement} area
 */
function headingOf(area) {
  const before = [...document.querySelectorAll(HEADINGS)].filter((heading) =>
    heading.compareDocumentPosition(area) & Node.DOCUMENT_POSITION_FOLLOWING);
  const heading = before.at(-1);
  if (!heading) return "";
  heading.id ||= `above-${before.length}`;
  return heading.id;
}
