// A button beside a text that is meant to be copied.

/** @param {HTMLElement} text */
export function enhanceCopy(text) {
  const content = text.textContent?.trim() ?? "";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kk-button kk-button--quiet kk-copy";
  button.textContent = text.dataset.copy ?? "";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(content);
    button.textContent = text.dataset.copied ?? "";
    setTimeout(() => {
      button.textContent = text.dataset.copy ?? "";
    }, 2000);
  });
  const row = document.createElement("p");
  row.setAttribute("aria-live", "polite");
  row.append(button);
  text.after(row);
}
