// Text pasted from Word or a web page: its headings, lists and tables stay, as Markdown.

import { markdownMaker, withoutHeadings } from "./markdown.js";

const SHAPED = /<(?:h[1-6]|ul|ol|li|table|strong|b|em|i|a)[\s>]|mso-list/i;

/**
 * @param {HTMLElement} page
 * @param {string} root
 * @param {() => void} pasted
 */
export function enhancePaste(page, root, pasted) {
  page.addEventListener("paste", (event) => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || !("paste" in area.dataset)) return;
    const html = event.clipboardData?.getData("text/html") ?? "";
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!SHAPED.test(html)) return;
    event.preventDefault();
    const isSection = area.dataset.text === "intro" || area.closest(".kk-form__other") !== null;
    void markdownMaker(root).then(
      (markdown) => {
        const made = markdown(html);
        insert(area, isSection ? made : withoutHeadings(made));
        pasted();
      },
      () => insert(area, text),
    );
  });
}

/**
 * As if it had been typed, so that the browser can undo it.
 * @param {HTMLTextAreaElement} area
 * @param {string} text
 */
function insert(area, text) {
  area.focus();
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
