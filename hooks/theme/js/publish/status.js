// The line that says what has just happened, with a way back where there is one.

import { make } from "../elements.js";

/**
 * @param {HTMLElement} status
 * @param {string} undoLabel
 * @returns {(text: string, undo?: () => void) => void} says something
 */
export function createStatus(status, undoLabel) {
  return (text, undo) => {
    status.replaceChildren(text);
    if (!undo) return;
    const button = make("button", "kk-link-button", undoLabel);
    button.type = "button";
    button.addEventListener("click", () => {
      status.replaceChildren();
      undo();
    });
    status.append(" ", button);
  };
}
