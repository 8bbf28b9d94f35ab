// A button that copies a text, beside a text that is meant to be copied or alone.

import { announce, prepareAnnouncements } from "./announce.js";

const LASTING = 2000;

/**
 * @param {string} label
 * @param {string} copied what it says when that is done
 * @param {() => string} content
 */
export function copyButton(label, copied, content) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kk-button kk-button--quiet kk-copy";
  button.textContent = label;
  prepareAnnouncements();
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(content());
    button.textContent = copied;
    announce(copied);
    setTimeout(() => {
      button.textContent = label;
      announce("");
    }, LASTING);
  });
  return button;
}

/** @param {HTMLElement} text */
export function enhanceCopy(text) {
  const content = text.textContent?.trim() ?? "";
  const { copy = "", copied = "" } = text.dataset;
  const row = document.createElement("p");
  row.append(copyButton(copy, copied, () => content));
  text.after(row);
}
