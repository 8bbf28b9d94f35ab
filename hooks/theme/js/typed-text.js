// What is typed into the search box, searched for when no key has come for a while.

/** Milliseconds without a key after which a search begins. */
const PAUSE = 150;
const SHORTEST = 3;

export class TypedText {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /**
   * @param {HTMLInputElement} box
   * @param {() => string} known the text that is searched for now
   * @param {(text: string) => void} search
   */
  constructor(box, known, search) {
    this.box = box;
    this.known = known;
    this.search = search;
    box.addEventListener("input", () => this.look());
  }

  /** Searches soon for what is typed, if it is something new. */
  look() {
    clearTimeout(this.#pause);
    const text = this.box.value.trim();
    if (text !== this.known() && (text.length >= SHORTEST || !text)) {
      this.#pause = setTimeout(() => this.search(text), PAUSE);
    }
  }

  /** What is typed, to be searched for at once. */
  take() {
    clearTimeout(this.#pause);
    return this.box.value.trim();
  }

  /** @param {string} text */
  write(text) {
    clearTimeout(this.#pause);
    this.box.value = text;
  }
}
