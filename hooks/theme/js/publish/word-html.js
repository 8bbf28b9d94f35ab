// HTML from Word and from web pages put into a shape that has a Markdown: lists that are lists,
// tables with a heading row and one line in each cell.

import { parsed } from "../trusted.js";

const MARKER = /^\s*(?:\(?\w{1,4}[.)]|[·•▪◦§o\-–])\s*/;
const DROPPED = "script, style, title, meta, link, xml, noscript, template, svg, img, picture, " +
  "object, x-style, iframe, form, button, input, select, textarea, del, colgroup, [hidden]";
const TAG = /<(?:"[^"]*"|'[^']*'|[^'"<>])*>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/g;

/**
 * @param {string} html
 * @returns {HTMLElement} in a document in which nothing is loaded or run
 */
export function plainHtml(html) {
  const { body } = parsed(quiet(html));
  for (const one of body.querySelectorAll(DROPPED)) one.remove();
  makeLists(body);
  for (const table of body.querySelectorAll("table")) straighten(/** @type {HTMLTableElement} */ (table));
  for (const link of body.querySelectorAll("a")) {
    if (!/^(?:https?:|mailto:)/i.test(link.getAttribute("href") ?? "")) link.replaceWith(...link.childNodes);
  }
  return body;
}

/**
 * What the site's policy refuses goes by another name. A browser takes up no style or handler of a
 * document that is only read, and reports each as refused all the same.
 * @param {string} html
 */
function quiet(html) {
  return html.replace(TAG, (tag) => tag
    .replace(/^<(\/?)style\b/i, "<$1x-style")
    .replace(/^<base\b/i, "<meta")
    .replace(ATTRIBUTE, (whole, name) => (/^(?:style|on\w+)$/i.test(name) ? `data-${whole}` : whole)));
}

/**
 * Word writes the items of a list as paragraphs that know their list only by their style.
 * @param {HTMLElement} body
 */
function makeLists(body) {
  /** @type {HTMLElement[]} the open lists, by level */
  let open = [];
  /** @type {Element | null} */
  let before = null;
  for (const paragraph of body.querySelectorAll("p[data-style*='mso-list'], h1, h2, h3, h4, p, table")) {
    const level = /mso-list:[^;]*\blevel(\d)/.exec(paragraph.getAttribute("data-style") ?? "")?.[1];
    if (!level || paragraph.closest("li, table")) {
      if (!paragraph.closest("li")) open = [];
      continue;
    }
    const marker = markerOf(paragraph);
    const kind = /\d|^[a-z][.)]/i.test(marker) ? "ol" : "ul";
    const depth = Math.min(Number(level), open.length + 1);
    if (before !== paragraph.previousElementSibling && depth === 1 && open[0] !== paragraph.previousElementSibling) {
      open = [];
    }
    open = open.slice(0, depth);
    if (!open[depth - 1]) {
      const list = body.ownerDocument.createElement(kind);
      const above = open[depth - 2]?.lastElementChild;
      if (above) above.append(list);
      else paragraph.before(list);
      open[depth - 1] = list;
    }
    const item = body.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    open[depth - 1].append(item);
    before = open[0];
    paragraph.remove();
  }
}

/**
 * Takes the marker that Word has written out from an item.
 * @param {Element} paragraph
 */
function markerOf(paragraph) {
  const own = [...paragraph.querySelectorAll("span")].find((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute("data-style") ?? ""));
  if (own) {
    const text = (own.textContent ?? "").trim();
    own.remove();
    return text;
  }
  const first = paragraph.firstChild;
  const found = MARKER.exec(first?.textContent ?? "");
  if (first?.nodeType === Node.TEXT_NODE && found) {
    first.textContent = (first.textContent ?? "").slice(found[0].length);
  }
  return found?.[0].trim() ?? "";
}

/** @param {HTMLTableElement} table */
function straighten(table) {
  const rows = [...table.rows];
  const width = Math.max(0, ...rows.map(({ cells }) => [...cells].reduce((sum, { colSpan }) => sum + colSpan, 0)));
  // A table of one column is a frame around a text.
  if (width < 2 || table.parentElement?.closest("table")) {
    const texts = rows.flatMap(({ cells }) => [...cells].flatMap(({ childNodes }) => [...childNodes, table.ownerDocument.createElement("br")]));
    table.replaceWith(...texts);
    return;
  }
  rows.forEach((row, at) => {
    for (const cell of [...row.cells]) {
      flatten(cell);
      for (let more = cell.colSpan; more > 1; more -= 1) cell.after(table.ownerDocument.createElement("td"));
      cell.removeAttribute("colspan");
      cell.removeAttribute("rowspan");
      if (at === 0 && cell.tagName === "TD") {
        const head = table.ownerDocument.createElement("th");
        head.append(...cell.childNodes);
        cell.replaceWith(head);
      }
    }
    while (row.cells.length < width) row.append(table.ownerDocument.createElement(at === 0 ? "th" : "td"));
  });
}

/**
 * One line of a cell's paragraphs and items, with what is bold still bold.
 * @param {HTMLElement} cell
 */
function flatten(cell) {
  for (const inner of cell.querySelectorAll("br")) inner.replaceWith(" ");
  for (const block of cell.querySelectorAll("p, li, div, h1, h2, h3, h4, h5, h6")) {
    const isLast = !block.nextElementSibling;
    const closing = isLast ? "" : block.tagName === "LI" ? "; " : " ";
    block.replaceWith(...block.childNodes, closing);
  }
  for (const list of cell.querySelectorAll("ul, ol")) list.replaceWith(...list.childNodes);
}
