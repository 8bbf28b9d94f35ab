// A Word file that is chosen or dropped on the page, as HTML.

import { loadScript } from "../load.js";

/** @typedef {{ convertToHtml: (input: object, options: object) => Promise<{ value: string }>, images: { imgElement: (read: () => Promise<object>) => object } }} Mammoth */

/**
 * @param {HTMLElement} page
 * @param {(file: File) => void} chosen
 */
export function enhanceFile(page, chosen) {
  const input = /** @type {HTMLInputElement | null} */ (page.querySelector("[data-file]"));
  const area = /** @type {HTMLElement | null} */ (page.querySelector("[data-drop]"));
  input?.addEventListener("change", () => {
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = "";
    if (file) chosen(file);
  });
  // Anywhere on the page: a file that misses its place must not take the page away.
  for (const type of /** @type {const} */ (["dragover", "dragleave", "drop"])) {
    document.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      area?.classList.toggle("kk-form__import--over", type === "dragover");
      const file = type === "drop" ? event.dataTransfer.files[0] : undefined;
      if (file) chosen(file);
    });
  }
}

/**
 * @param {File} file
 * @param {string} root
 * @param {string} styleMap what becomes of Word's styles
 * @returns {Promise<string>}
 */
export async function htmlOf(file, root, styleMap) {
  /** @type {Mammoth} */
  const mammoth = await loadScript(`${root}js/packages/mammoth.js`, "mammoth");
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const input = { arrayBuffer: await file.arrayBuffer() };
  return (await mammoth.convertToHtml(input, { convertImage, styleMap })).value;
}
