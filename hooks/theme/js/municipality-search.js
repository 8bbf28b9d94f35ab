// Finding municipalities by what somebody types: inflected, in Swedish, by a former name, or
// mistyped. The twin of hooks/kuntakesu/search/municipalities.py; what is known of words comes in
// the payload.

import { createReader, oneMistake, SHORTEST_MISTAKABLE } from "./municipality-names.js";
import { unpack } from "./packed-index.js";

/** @typedef {import("./municipality-names.js").Words} Words */
/** @typedef {import("./municipality-names.js").Typed} Typed */
/** @typedef {import("./packed-index.js").Packed} Packed */

/**
 * What municipality_index() of hooks/kuntakesu/search/municipalities.py makes.
 * @typedef {Words & Names} Payload
 *
 * @typedef {object} Names
 * @property {[string, string[], string[]][]} places code, names of today (Finnish, Swedish if
 *   another, Sámi), names of former municipalities; in the order of the Finnish names
 * @property {Packed} index
 */

/**
 * @typedef {object} Match a municipality that was found
 * @property {string} code three digits
 * @property {string} nameFi
 * @property {string} nameSv
 * @property {string} matched the name through which it was found, perhaps a former one
 * @property {"name" | "form" | "former" | "start" | "mistyped"} how
 */

/**
 * The part of lunr that is used here.
 * @typedef {object} Lunr
 * @property {{ load(index: object): LunrIndex }} Index
 * @property {{ wildcard: { TRAILING: number } }} Query
 *
 * @typedef {object} LunrIndex
 * @property {(ask: (query: LunrQuery) => void) => LunrResult[]} query
 *
 * @typedef {object} LunrQuery
 * @property {(term: string, options: object) => LunrQuery} term
 *
 * @typedef {object} LunrResult
 * @property {string} ref
 * @property {{ metadata: Record<string, object> }} matchData
 */

/** @type {Match["how"][]} best first */
const HOW = ["name", "form", "former", "start", "mistyped"];
const [NAME, FORM, FORMER, START, MISTYPED] = HOW.keys();

/**
 * A search over the payload; it gives all municipalities that a text may mean, best first.
 * @param {Lunr} lunr lunr.js 2.3.9
 * @param {Payload} payload
 * @returns {(text: string) => Match[]}
 */
export function createMunicipalitySearch(lunr, payload) {
  const words = createReader(payload);
  const names = [...new Set(payload.places.flatMap(([, now, former]) => [...now, ...former]))];
  const phrases = names.map(words.phrase);
  const index = lunr.Index.load(unpack(payload.index, phrases));
  const number = new Map(names.map((name, position) => [name, position]));
  /** @type {[number, boolean][][]} by name: municipalities it may mean, and if as a former one */
  const meant = names.map(() => []);
  payload.places.forEach(([, now, former], place) => {
    for (const name of now) meant[Number(number.get(name))].push([place, false]);
    for (const name of former) meant[Number(number.get(name))].push([place, true]);
  });

  /** @param {Typed} typed */
  function askFor(typed) {
    return index.query((query) => {
      query.term(typed.phrase, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      for (const term of new Set([...typed.stems, ...typed.unfinished, ...typed.garbled])) {
        query.term(term, { usePipeline: false });
      }
      for (const term of typed.mistakable) {
        query.term(term, { usePipeline: false, editDistance: 1 });
      }
    });
  }

  /**
   * @param {string} phrase
   * @returns {Match[]}
   */
  function find(phrase) {
    if (!phrase) return [];
    const typed = words.read(phrase);
    /** @type {Map<number, number[]>} by municipality: how, difference, name */
    const best = new Map();
    for (const { ref, matchData } of askFor(typed)) {
      const name = Number(ref);
      for (const term of Object.keys(matchData.metadata)) {
        const way = wayTo(typed, term, term === phrases[name]);
        if (!way) continue;
        for (const [place, former] of meant[name]) {
          const rank = [...(former ? past(way) : way), name];
          const known = best.get(place);
          if (!known || compare(rank, known) < 0) best.set(place, rank);
        }
      }
    }
    const found = [...best]
      .sort(([a, one], [b, other]) => compare(one.slice(0, 2), other.slice(0, 2)) || a - b)
      .map(([place, [how, , name]]) => {
        const [code, [nameFi, nameSv = nameFi]] = payload.places[place];
        return { code, nameFi, nameSv, matched: names[name], how: HOW[how] };
      });
    // What is a name as it stands is hardly another one mistyped.
    const surely = found.length > 0 && HOW.indexOf(found[0].how) < START;
    return found.filter(({ how }) => !(surely && how === "mistyped"));
  }

  return (text) => {
    const found = find(words.phrase(text));
    return found.length ? found : find(words.phraseBefore(text));
  };
}

/**
 * How the typed text gives a term of the index: a position in HOW, and the difference.
 * @param {Typed} typed
 * @param {string} term
 * @param {boolean} isName
 * @returns {number[] | null} null where it does not: lunr's mistyped terms include some two
 *   mistakes away
 */
function wayTo(typed, term, isName) {
  if (term === typed.phrase && isName) return [NAME, 0];
  if (term === typed.phrase || typed.stems.has(term)) return [FORM, 0];
  if (term.startsWith(typed.phrase) || typed.unfinished.has(term)) return [START, 0];
  if (term.length < SHORTEST_MISTAKABLE) return null;
  if (typed.mistakable.has(typed.phrase) && oneMistake(typed.phrase, term)) {
    return [MISTYPED, isName ? 0 : 2];
  }
  if (typed.garbled.has(term)) return [MISTYPED, 2];
  for (const stem of typed.mistakable) if (oneMistake(stem, term)) return [MISTYPED, 4];
  return null;
}

/**
 * The same way, to a former municipality's name.
 * @param {number[]} way
 */
function past([how, difference]) {
  return how === NAME || how === FORM ? [FORMER, how] : [how, difference + 1];
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function compare(one, other) {
  const at = one.findIndex((part, position) => part !== other[position]);
  return at < 0 ? 0 : one[at] - other[at];
}
