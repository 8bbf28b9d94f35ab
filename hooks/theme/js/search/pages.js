// The index as the browser knows it: which page a word would stand in, and what a page tells.

/**
 * What hooks/kuntakesu/search/files.py makes.
 * @typedef {object} Manifest
 * @property {number} documents how many plans
 * @property {[name: string, boost: number, average: number, levels: string, placed: number][]}
 *   fields with the level of each plan's length as a digit of base 36, none where length does not
 *   matter, and whether it is known in which portions of a plan a term stands
 * @property {number} k1
 * @property {number} b
 * @property {string} firsts the first key of each page, separated by spaces; the first one is empty
 * @property {string[]} pages
 * @property {string[]} folders names of those that have the portions of runs of plans
 * @property {number[]} plansIn how many plans each of them has
 * @property {[code: string, ...names: string[]][]} regions with their names, folded
 * @property {Record<string, string>} regionStems of words of the names that inflect from others
 */

/** How many numbers a posting has. */
export const STRIDE = 3;

/**
 * A term with its postings: per field its number, then a document's position, how often the term
 * stands there and the bits of the portions in which it does (the first one's where that is not
 * known), again and again.
 * @typedef {object} Entry
 * @property {string} term
 * @property {string[]} forms words of the texts that stand for the term, itself included
 * @property {number[][]} postings
 */

/**
 * @typedef {object} Page
 * @property {Entry[]} entries
 * @property {Map<string, string[]>} terms by form, those of other pages included
 */

/** @typedef {{ terms: string, forms: string, aliases: string, postings: string }} Content */

const BASE = 44;
const SIGNS = String.fromCharCode(...Array.from({ length: 94 }, (_, at) => at + 33))
  .replace(/[",\\|:]/g, "");

export class PagedIndex {
  /** @type {Map<number, Promise<Page>>} */
  #pages = new Map();

  /**
   * @param {Manifest} manifest
   * @param {(name: string) => Promise<Content>} load
   */
  constructor(manifest, load) {
    this.manifest = manifest;
    this.load = load;
    this.firsts = manifest.firsts.split(" ");
    this.placed = manifest.fields.map(([, , , , placed]) => placed > 0);
  }

  /**
   * The page in which a word stands or would stand.
   * @param {string} word
   */
  page(word) {
    return this.#at(this.#place(word));
  }

  /**
   * The pages in which words with a beginning stand, but no more than some.
   * @param {string} beginning
   * @param {number} most
   */
  pagesFrom(beginning, most) {
    const first = this.#place(beginning);
    const last = Math.min(this.#place(`${beginning}\uffff`), first + most - 1);
    const numbers = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    return Promise.all(numbers.map((number) => this.#at(number)));
  }

  /**
   * What is known of a term, or nothing.
   * @param {string} term
   */
  async entry(term) {
    return (await this.page(term)).entries.find((entry) => entry.term === term);
  }

  /** @param {string} word */
  #place(word) {
    let low = 0;
    let high = this.firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.firsts[middle] <= word) low = middle;
      else high = middle;
    }
    return low;
  }

  /** @param {number} number */
  #at(number) {
    const known = this.#pages.get(number);
    if (known) return known;
    const name = this.manifest.pages[number];
    const asked = name === undefined
      ? Promise.resolve({ entries: [], terms: new Map() })
      : this.load(name).then((content) => read(content, this.placed));
    this.#pages.set(number, asked);
    asked.catch(() => this.#pages.delete(number));
    return asked;
  }
}

/**
 * @param {Content} content
 * @param {boolean[]} placed by the field's number
 * @returns {Page}
 */
function read({ terms, forms, aliases, postings }, placed) {
  const changes = forms.split("|");
  const fields = postings.split(" ");
  const entries = terms.split(" ").map((term, at) => new Term(
    term,
    [term, ...changes[at].split(" ").filter(Boolean).map((change) => changed(term, change))],
    fields[at],
    placed,
  ));
  /** @type {Page["terms"]} */
  const known = new Map();
  const note = (/** @type {string} */ form, /** @type {string} */ term) => {
    known.set(form, [...(known.get(form) ?? []), term]);
  };
  for (const { term, forms: found } of entries) for (const form of found) note(form, term);
  for (const alias of aliases.split(" ").filter(Boolean)) {
    const [form, term] = alias.split(":");
    note(form, term);
  }
  return { entries, terms: known };
}

/** An entry that reads its postings when it is asked for them. @implements {Entry} */
class Term {
  /** @type {number[][] | undefined} */
  #postings;

  /**
   * @param {string} term
   * @param {string[]} forms
   * @param {string} written its postings
   * @param {boolean[]} placed
   */
  constructor(term, forms, written, placed) {
    this.term = term;
    this.forms = forms;
    this.written = written;
    this.placed = placed;
  }

  get postings() {
    this.#postings ??= this.written.split(",").map((text) => fieldPostings(text, this.placed));
    return this.#postings;
  }
}

/**
 * The twin of _fields() in hooks/kuntakesu/search/paging.py.
 * @param {string} text the field's number and its postings
 * @param {boolean[]} placed
 */
function fieldPostings(text, placed) {
  const field = Number(text[0]);
  const found = [field];
  let document = 0;
  let at = 1;
  const number = () => {
    let value = 0;
    for (;;) {
      const digit = SIGNS.indexOf(text[at]);
      at += 1;
      if (digit < BASE) return value * BASE + digit;
      value = value * BASE + digit - BASE;
    }
  };
  while (at < text.length) {
    const step = number();
    document += step >> 1;
    found.push(document, step % 2 ? number() : 1, placed[field] ? number() : 1);
  }
  return found;
}

/**
 * @param {string} term
 * @param {string} change letters to take off, as a digit of base 36, and those to add
 */
function changed(term, change) {
  return term.slice(0, term.length - parseInt(change[0], 36)) + change.slice(1);
}
