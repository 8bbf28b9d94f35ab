// What somebody typed, read as the inflected and perhaps mistyped name of a municipality; the twin
// of hooks/kuntakesu/vocabulary/names.py.

/**
 * What is known of words; all folded, and lists separated by spaces.
 * @typedef {object} Words
 * @property {string} endings case endings
 * @property {string} clitics what may follow them
 * @property {string} beside words that tell nothing beside a name
 * @property {Record<string, string>} short words and what they are abbreviated to
 * @property {string} ordinary words that are no mistyped name
 */

/**
 * What somebody typed, and what it may be a form of.
 * @typedef {object} Typed
 * @property {string} phrase
 * @property {Set<string>} stems what is left of it without a case ending
 * @property {Set<string>} unfinished what is left without the beginning of one
 * @property {Set<string>} garbled what is left without a mistyped one
 * @property {Set<string>} mistakable the phrase and what is left of it, which may hold a
 *   typing mistake
 */

/** Letters of the shortest name or stem that a mistyped one is taken for. */
export const SHORTEST_MISTAKABLE = 4;

/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE_LETTERS = /** @type {Record<string, string>} */ (
  { đ: "d", ŋ: "n", ŧ: "t", ø: "o", æ: "a" }
);

const VOWELS = "aeiouy";

/**
 * Reads what somebody types as the inflected and perhaps mistyped name of a municipality.
 * @param {Words} known
 */
export function createReader(known) {
  const endings = known.endings.split(" ");
  const garbledEndings = endings.filter((ending) => ending.length > 1);
  const longestGarbled = Math.max(...garbledEndings.map((ending) => ending.length)) + 1;
  const unfinishedEndings = new Set(
    endings.flatMap((ending) => [...ending.slice(1)].map((_, at) => ending.slice(0, at + 1))),
  );
  const clitics = known.clitics.split(" ");
  const beside = new Set(known.beside.split(" "));
  const ordinary = new Set(known.ordinary.split(" "));
  const short = new Map(Object.entries(known.short));

  /** @param {string} text */
  function phrase(text) {
    const words = fold(text).split(" ").map((word) => short.get(word) ?? word);
    const telling = words.filter((word) => !beside.has(word));
    return (telling.length ? telling : words).join(" ");
  }

  /** @param {string} text the phrase without a last word that is nearly one beside a name */
  function phraseBefore(text) {
    const [before, last] = splitLast(fold(text));
    const dropped = [...beside, ...short.keys()].some((word) => isNearly(last, word));
    return before && dropped ? phrase(before) : "";
  }

  /**
   * The word without each case ending that it may have.
   * @param {string} word
   * @param {(last: string, ending: string) => boolean} fits
   */
  function withoutEnding(word, fits) {
    return endings
      .filter((ending) => word.endsWith(ending) && word.length - ending.length > 1)
      .filter((ending) => fits(word[word.length - ending.length - 1], ending))
      .map((ending) => cut(word, ending));
  }

  /**
   * @param {string} word
   * @param {(last: string, ending: string) => boolean} fits
   */
  function wordStems(word, fits) {
    const without = clitics
      .filter((clitic) => word.endsWith(clitic))
      .map((clitic) => cut(word, clitic));
    const stems = [word, ...without].flatMap((inflected) => withoutEnding(inflected, fits));
    return [...without, ...stems];
  }

  /**
   * The phrase with its last word, or the first of two, without an ending.
   * @param {string} typed
   * @param {(last: string, ending: string) => boolean} fits
   */
  function stemsOf(typed, fits) {
    const [before, last] = splitLast(typed);
    const stems = wordStems(last, fits).map((stem) => (before ? `${before} ${stem}` : stem));
    if (!before || before.includes(" ")) return stems;
    return [...stems, ...wordStems(before, fits).map((stem) => `${stem} ${last}`)];
  }

  /** @param {string} typed */
  function garbledOf(typed) {
    /** @type {string[]} */
    const found = [];
    for (let at = Math.max(1, typed.length - longestGarbled); at < typed.length; at++) {
      const stem = typed.slice(0, at);
      const rest = typed.slice(at);
      if (garbledEndings.some((ending) => oneMistake(rest, ending))) found.push(stem);
      // The last letter of the stem may have changed places with the first of the ending.
      if (endings.includes(stem.slice(-1) + rest.slice(1))) found.push(stem.slice(0, -1) + rest[0]);
    }
    return found.filter((stem) => stem.length >= SHORTEST_MISTAKABLE);
  }

  /**
   * @param {string} typed
   * @returns {Typed}
   */
  function read(typed) {
    const stems = new Set(stemsOf(typed, mayFollow));
    const none = new Set();
    if ([typed, ...stems].some((stem) => ordinary.has(stem))) {
      return { phrase: typed, stems, unfinished: none, garbled: none, mistakable: none };
    }
    // The letter before the ending may be the mistake.
    const parts = [typed, ...stemsOf(typed, () => true)];
    const cuts = [...typed.slice(2)].map((_, at) => at + 2);
    return {
      phrase: typed,
      stems,
      unfinished: new Set(
        cuts.filter((at) => unfinishedEndings.has(typed.slice(at))).map((at) => typed.slice(0, at)),
      ),
      garbled: new Set(garbledOf(typed)),
      mistakable: new Set(parts.filter((part) => part.length >= SHORTEST_MISTAKABLE - 1)),
    };
  }

  return { phrase, phraseBefore, read };
}

/**
 * The text as names are compared: plain lower-case letters, digits and single spaces.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đŋŧøæ]/g, (letter) => WHOLE_LETTERS[letter])
    .replace(/[:'’]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * Whether a letter added, left out, changed or swapped with the next makes one the other.
 * @param {string} one
 * @param {string} other
 */
export function oneMistake(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const rest = one.slice(at);
  const left = other.slice(at);
  return (
    rest.slice(1) === left.slice(1) ||
    rest.slice(1) === left ||
    rest === left.slice(1) ||
    (rest[0] === left[1] && rest[1] === left[0] && rest.slice(2) === left.slice(2))
  );
}

/**
 * Whether an ending may follow a stem with this last letter: Iihin and Poriin repeat the stem's
 * vowel; e and i also stand between a consonant and the ending, as in Lahdessa (stem lahd).
 * @param {string} last
 * @param {string} ending
 */
function mayFollow(last, ending) {
  if (ending.startsWith("h")) return last === ending[1];
  if (ending.length === 1 || !VOWELS.includes(ending[0])) return true;
  if (ending.length === 2 && ending.endsWith("n") && last === ending[0]) return true;
  return "ei".includes(ending[0]) && !VOWELS.includes(last);
}

/**
 * Whether `typed` is the beginning of `word`, or `word` mistyped.
 * @param {string} typed
 * @param {string} word
 */
function isNearly(typed, word) {
  return (
    word.startsWith(typed) || (word.length >= SHORTEST_MISTAKABLE && oneMistake(typed, word))
  );
}

/**
 * @param {string} text
 * @returns {[string, string]} what is before the last word, and that word
 */
function splitLast(text) {
  const at = text.lastIndexOf(" ");
  return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
}

/**
 * @param {string} word
 * @param {string} ending one that it has
 */
function cut(word, ending) {
  return word.slice(0, word.length - ending.length);
}
