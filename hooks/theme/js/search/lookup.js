// Which terms of the index a word means: its own, those it begins, those it nearly is.

/** @typedef {import("./pages.js").PagedIndex} PagedIndex */
/** @typedef {import("./pages.js").Entry} Entry */
/** @typedef {import("./query.js").Word} Word */

/**
 * @typedef {object} Meaning a term that a word may mean
 * @property {Entry} entry
 * @property {number} boost
 *
 * @typedef {object} Meanings
 * @property {string} word
 * @property {"exact" | "start" | "near" | "none"} how
 * @property {Meaning[]} meant
 */

export const EXACT = 10;
const START = 3;
const NEAR = 1;
const SHORTEST_START = 3;
const SHORTEST_NEAR = 4;
const MOST_STARTS = 40;
const MOST_PAGES = 3;
/** Endings of Finnish and Swedish nouns, the longest first; folded as all words are. A place's
 * people (tuusulalaiset) end in the first ones. */
const ENDINGS = (
  "laisille laisten laiset laisia laisen lainen " +
  "ihinsa iensa issaan istaan ojen ista issa illa ilta ille iksi ihin iden itta itten " +
  "ssa sta lla lta lle ksi tta ien jen ten nsa arna orna erna aren " +
  "ta na in en an on ja ia hin ar or er et t n a s"
).split(" ");

/**
 * @param {PagedIndex} index
 * @param {Word} word
 * @param {string[]} names of municipalities that the word is a form of, folded
 * @returns {Promise<Meanings>}
 */
export async function lookUp(index, word, names) {
  const asWritten = await exactly(index, [word.text, ...names]);
  const exact = asWritten.length ? asWritten : await exactly(index, bases(word.text));
  if (exact.length && !word.isBeginning) return { word: word.text, how: "exact", meant: exact };
  // Not beside the word itself unless asked for: rare words that begin so would outweigh it.
  const starts = await starting(index, word.text);
  if (starts.length) return { word: word.text, how: "start", meant: starts };
  const near = await nearly(index, word.text);
  return { word: word.text, how: near.length ? "near" : "none", meant: near };
}

/**
 * @param {PagedIndex} index
 * @param {string[]} words
 * @returns {Promise<Meaning[]>}
 */
export async function exactly(index, words) {
  const found = await Promise.all(
    words.map(async (word) => (await index.page(word)).terms.get(word) ?? []),
  );
  const terms = new Set(found.flat());
  const entries = await Promise.all([...terms].map((term) => index.entry(term)));
  return entries.flatMap((entry) => (entry ? [{ entry, boost: EXACT }] : []));
}

/**
 * What a word may be an inflected form of, for words that no text has in this form.
 * @param {string} word
 * @returns {string[]}
 */
function bases(word) {
  return ENDINGS.filter((ending) => word.endsWith(ending) && word.length > ending.length + 2).flatMap(
    (ending) => {
      const stem = word.slice(0, -ending.length);
      // tiloissa, tilojen: an a becomes o before the i of the plural.
      return stem.endsWith("o") ? [stem, `${stem.slice(0, -1)}a`] : [stem];
    },
  );
}

/**
 * @param {PagedIndex} index
 * @param {string} beginning
 * @returns {Promise<Meaning[]>}
 */
async function starting(index, beginning) {
  if (beginning.length < SHORTEST_START) return [];
  const pages = await index.pagesFrom(beginning, MOST_PAGES);
  const found = pages.flatMap(({ entries }) =>
    entries.filter(({ forms }) => forms.some((form) => form.startsWith(beginning))));
  return found
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, MOST_STARTS)
    .map((entry) => ({ entry, boost: START }));
}

/**
 * Terms one typing mistake away, or else those that share a long beginning with an inflected form
 * that no text has.
 * @param {PagedIndex} index
 * @param {string} word
 * @returns {Promise<Meaning[]>}
 */
async function nearly(index, word) {
  if (word.length < SHORTEST_NEAR) return [];
  const pages = await index.pagesFrom(word.slice(0, 4), MOST_PAGES);
  const entries = pages.flatMap((page) => page.entries);
  const most = word.length < 8 ? 1 : 2;
  for (let allowed = 1; allowed <= most; allowed += 1) {
    const mistyped = entries.filter(({ forms }) =>
      forms.some((form) => distance(form, word, allowed) <= allowed));
    if (mistyped.length) return near(mistyped);
    if (allowed === 1) {
      const inflected = await sharing(index, word);
      if (inflected.length) return near(inflected);
    }
  }
  return near(await mistypedBeginning(index, word, most));
}

/**
 * @param {PagedIndex} index
 * @param {string} word
 */
async function sharing(index, word) {
  const least = Math.max(5, Math.ceil(word.length * 0.6));
  for (let length = word.length - 1; length >= least; length -= 1) {
    const stem = word.slice(0, length);
    const { entries } = await index.page(stem);
    const found = entries.filter(({ forms }) => forms.some((form) =>
      form.startsWith(stem) && form.length <= word.length + 3));
    if (found.length) return found;
  }
  return [];
}

/**
 * Terms that a mistake in the first letters hides in another page.
 * @param {PagedIndex} index
 * @param {string} word
 * @param {number} allowed
 */
async function mistypedBeginning(index, word, allowed) {
  const beginnings = new Set();
  for (let at = 0; at < 4; at += 1) {
    beginnings.add(word.slice(0, at) + word.slice(at + 1, 6));
    beginnings.add(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2, 6));
  }
  const pages = new Set(await Promise.all([...beginnings].map((one) => index.page(one))));
  return [...pages].flatMap(({ entries }) => entries.filter(({ forms }) =>
    forms.some((form) => distance(form, word, allowed) <= allowed)));
}

/** @param {Entry[]} entries */
function near(entries) {
  return entries.map((entry) => ({ entry, boost: NEAR }));
}

/** @param {Entry} entry */
function weight({ postings }) {
  return postings.reduce((sum, steps) => sum + steps.length, 0);
}

/**
 * Letters to add, take off, change or swap to make one word of the other; more than `most` is only
 * said to be more.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
