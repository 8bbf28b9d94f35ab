// Asks stock lunr.js with lunr-languages' Finnish stemmer; reads and writes JSON.
//
//   node ask_lunr.mjs FOLDER typed|words < asked.json
//
// FOLDER has templates/search/lunr.js and lunr-language/, as MkDocs ships them. What is asked is
// `plans`, each with its `name`, `title`, `headings` and `text`, and `questions`. Each answer is the
// names of the first ten plans, best first. A question is searched for as `typed`, in lunr's own
// syntax, or as its `words`, none of them required, as is lunr's default.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const SHOWN = 10;
const FIELDS = ["title", "headings", "text"];
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const [folder, manner] = process.argv.slice(2);
const load = createRequire(import.meta.url);
const lunr = load(resolve(folder, "templates/search/lunr.js"));
load(resolve(folder, "lunr-language/lunr.stemmer.support.js"))(lunr);
load(resolve(folder, "lunr-language/lunr.fi.js"))(lunr);

const { plans, questions } = JSON.parse(readFileSync(0, "utf8"));
const index = lunr(
  /** @this {import("lunr").Builder} */
  function () {
    this.use(lunr.fi);
    this.ref("name");
    for (const field of FIELDS) this.field(field);
    for (const plan of plans) this.add(plan);
  },
);

/** @type {Record<string, (text: string) => { ref: string }[]>} */
const manners = {
  typed(text) {
    try {
      return index.search(text);
    } catch (fault) {
      // Where a text is no query of its syntax, lunr finds nothing.
      if (fault instanceof lunr.QueryParseError) return [];
      throw fault;
    }
  },
  words(text) {
    const words = text.toLowerCase().match(WORD) ?? [];
    return index.query((/** @type {import("lunr").Query} */ query) => query.term(words, {}));
  },
};
const answers = questions.map((/** @type {string} */ text) =>
  manners[manner](text).slice(0, SHOWN).map(({ ref }) => ref));
process.stdout.write(JSON.stringify(answers));
