// The button that changes between light and dark colours.

const KEY = "kuntakesu-scheme";

/** @param {HTMLButtonElement} button */
export function enhanceScheme(button) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const label = button.querySelector("[data-scheme-label]");
  const isDark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";

  function describe() {
    if (label) label.textContent = (isDark() ? button.dataset.light : button.dataset.dark) ?? "";
  }

  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem(KEY, root.dataset.scheme);
    } catch {
      // The choice then lasts as long as the page.
    }
    describe();
  });
  system.addEventListener("change", describe);
  describe();
  button.hidden = false;
}
