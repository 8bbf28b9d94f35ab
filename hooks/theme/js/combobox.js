// A text field with a list of suggestions: the ARIA combobox pattern, with any suggestions.

/**
 * @typedef {object} Suggestions
 * @property {(text: string) => Promise<HTMLLIElement[]>} suggest options for what is typed
 * @property {(option: HTMLLIElement) => void} choose
 * @property {(count: number) => void} announce
 */

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {Suggestions} suggestions
 */
export function enhanceCombobox(input, list, { suggest, choose, announce }) {
  /** @type {HTMLLIElement[]} */
  let options = [];
  let active = -1;
  let asked = 0;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  /** @param {number} position */
  function activate(position) {
    active = position;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    const option = options[active];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function close() {
    asked += 1;
    options = [];
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  async function update() {
    const text = input.value.trim();
    if (!text) {
      close();
      return;
    }
    asked += 1;
    const mine = asked;
    const found = await suggest(text);
    if (mine !== asked) return;
    options = found;
    options.forEach((option, at) => {
      option.id = `${list.id}-${at}`;
      option.setAttribute("role", "option");
    });
    list.replaceChildren(...options);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(options.length > 0));
    activate(-1);
    announce(options.length);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!options.length) {
        void update();
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      const count = options.length + 1;
      activate(((active + 1 + step + count) % count) - 1);
    } else if (event.key === "Enter" && options[active]) {
      event.preventDefault();
      choose(options[active]);
      close();
    } else if (event.key === "Tab" || event.key === "Enter") {
      close();
    }
  }

  input.addEventListener("input", () => void update());
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  // A press on an option must not take the focus from the field before it is a click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const option = /** @type {HTMLLIElement | null} */ (target.closest("[role=option]"));
    if (option) {
      choose(option);
      close();
    }
  });
}
