// A target as text to paste elsewhere, with its source: as Markdown, or plain.

/** @typedef {import("./plan-page.js").Plan} Plan */
/** @typedef {import("./plan-page.js").Target} Target */

const BLOCKS = new Set(["P", "DIV", "BLOCKQUOTE", "PRE", "H4", "H5", "H6", "DL", "DT", "DD"]);

/**
 * @param {Plan} plan
 * @param {Target} target
 * @param {Record<string, string>} labels
 * @param {boolean} isMarkdown
 */
export function written(plan, target, labels, isMarkdown) {
  const say = isMarkdown ? escaped : (/** @type {string} */ text) => text;
  const parts = target.parts.flatMap(({ kind, content }) => {
    const label = labels[`part.${kind}`];
    const found = blocks(content, isMarkdown);
    return label ? [isMarkdown ? `**${label}:**` : `${label}:`, ...found] : found;
  });
  const title = isMarkdown ? `### ${say(target.title)}` : target.title;
  const last = `${labels.source}: ${say(source(plan, target))}\n`;
  return [title, ...parts, last].join("\n\n");
}

/**
 * The plan's own citation, led to the target.
 * @param {Plan} plan
 * @param {Target} target
 */
function source({ name, address, citation }, { anchor }) {
  const said = citation.split(" ");
  const last = said.pop() ?? "";
  const isWhole = last.startsWith("http") && last.endsWith(`/${name}/`);
  const kept = last.endsWith(`${name}/`) ? said : [...said, last];
  return [...kept, `${isWhole ? last : address}#${anchor}`].join(" ").trim();
}

/**
 * The paragraphs, lists and tables of some content.
 * @param {Element} content
 * @param {boolean} isMarkdown
 * @returns {string[]}
 */
function blocks(content, isMarkdown) {
  /** @type {string[]} */
  const found = [];
  let line = "";
  const end = () => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text) found.push(text);
    line = "";
  };
  for (const node of content.childNodes) {
    const element = node instanceof Element ? node : null;
    const tag = element?.tagName ?? "";
    if (element && (tag === "UL" || tag === "OL")) {
      end();
      found.push(list(element, isMarkdown));
    } else if (element && tag === "TABLE") {
      end();
      found.push(table(/** @type {HTMLTableElement} */ (element), isMarkdown));
    } else if (element && BLOCKS.has(tag)) {
      end();
      found.push(...blocks(element, isMarkdown));
    } else {
      line += inline(node, isMarkdown);
    }
  }
  end();
  return found;
}

/**
 * @param {Element} element
 * @param {boolean} isMarkdown
 */
function list(element, isMarkdown) {
  return [...element.children].map((item, at) => {
    const mark = element.tagName === "OL" ? `${at + 1}. ` : "- ";
    const lines = blocks(item, isMarkdown).join("\n").split("\n");
    return mark + lines.join(`\n${" ".repeat(mark.length)}`);
  }).join("\n");
}

/**
 * @param {HTMLTableElement} element
 * @param {boolean} isMarkdown
 */
function table(element, isMarkdown) {
  const rows = [...element.rows].map((row) =>
    [...row.cells].map((cell) => inline(cell, isMarkdown).trim().replaceAll("|", isMarkdown ? "\\|" : "|")));
  if (!isMarkdown) return rows.map((cells) => cells.join("\t")).join("\n");
  const lines = rows.map((cells) => `| ${cells.join(" | ")} |`);
  const rule = `|${" --- |".repeat(rows[0]?.length ?? 0)}`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

/**
 * @param {Node} node
 * @param {boolean} isMarkdown
 * @returns {string}
 */
function inline(node, isMarkdown) {
  if (!isMarkdown) return node.textContent ?? "";
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent ?? "");
  const text = [...node.childNodes].map((child) => inline(child, isMarkdown)).join("");
  return node instanceof HTMLAnchorElement ? `[${text}](<${bounded(node.href)}>)` : text;
}

/**
 * An address without what would end it: a browser leaves such signs in one of an e-mail.
 * @param {string} address
 */
function bounded(address) {
  return address.replace(/[<>\\\s]/g, encodeURIComponent);
}

/**
 * Text whose signs mean nothing in Markdown. In an address, underscores and stars stay as they are.
 * @param {string} text
 */
function escaped(text) {
  const pieces = text.split(/(https?:\S+)/).map((piece, at) =>
    piece.replace(at % 2 ? /[\\`[\]>]/g : /[\\`*_[\]>]/g, "\\$&"));
  // Not every Markdown knows a backslash before this sign.
  return pieces.join("").replaceAll("<", "&lt;");
}
