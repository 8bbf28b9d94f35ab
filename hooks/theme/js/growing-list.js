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
   */
  constructor(list, more) {
    this.list = list;
    this.more = more;
    more.querySelector("button")?.addEventListener("click", () => void this.#grow());
  }

  /**
   * Show plans in their order. What was asked for before and comes later is not shown.
   * @param {number[]} positions
   * @param {number} step how many at a time
   * @param {Make} make
   */
  show(positions, step, make) {
    this.#wanted = positions;
    this.#make = make;
    this.#step = step;
    this.#shown = step;
    return this.#draw();
  }

  async #grow() {
    const first = this.#shown;
    this.#shown += this.#step;
    await this.#draw();
    this.list.children[first]?.querySelector("a")?.focus();
  }

  async #draw() {
    this.#turn += 1;
    const turn = this.#turn;
    const items = await this.#make(this.#wanted.slice(0, this.#shown));
    if (turn !== this.#turn) return;
    this.list.replaceChildren(...items);
    this.more.hidden = this.#wanted.length <= this.#shown;
  }
}
