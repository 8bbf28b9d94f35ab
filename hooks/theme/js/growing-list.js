// A list that shows its first items and, at the press of a button, some more.

/** @typedef {(positions: number[]) => Promise<HTMLElement[]>} Make items of plans by position */

export class GrowingList {
  /** @type {number[]} */
  #wanted = [];
  /** @type {Make} */
  #make = async () => [];
  #step = 0;
  #shown = 0;
  #turn = 0;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} more what holds the button that shows more
   * @param {() => void} failed called where more could not be fetched
   */
  constructor(list, more, failed) {
    this.list = list;
    this.more = more;
    more.querySelector("button")?.addEventListener("click", () => {
      this.#grow().catch(failed);
    });
  }

  /**
   * Show plans in their order. More of another list that come later are not shown.
   * @param {HTMLElement[]} items the first ones
   * @param {number[]} positions of all plans
   * @param {number} step how many at a time
   * @param {Make} make
   */
  show(items, positions, step, make) {
    this.#turn += 1;
    this.#wanted = positions;
    this.#make = make;
    this.#step = step;
    this.#shown = step;
    this.#fill(items);
  }

  async #grow() {
    const turn = this.#turn;
    const first = this.#shown;
    const items = await this.#make(this.#wanted.slice(0, first + this.#step));
    if (turn !== this.#turn) return;
    this.#shown = first + this.#step;
    this.#fill(items);
    this.list.children[first]?.querySelector("a")?.focus();
  }

  /** @param {HTMLElement[]} items */
  #fill(items) {
    this.list.replaceChildren(...items);
    this.more.hidden = this.#wanted.length <= this.#shown;
  }
}
