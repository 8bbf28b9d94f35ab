// Asks the search, as the browser would, what its standard input lists; answers as JSON.
//
//   node ask.mjs SITE SCRIPTS < questions.json
//
// SITE is a built site, SCRIPTS the folder of its modules; the questions are a list of texts. Each answer is a list of pairs of a
// plan's name and an anchor in it, for the excerpts that the first ten plans show, best first; the
// anchor is empty at a plan's beginning and where a plan shows none.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const SHOWN = 10;

const [site, scripts] = process.argv.slice(2).map((folder) => resolve(folder));
const load = (/** @type {string} */ name) => import(pathToFileURL(`${scripts}/${name}`).href);
const { Search } = await load("search/client.js");
const { createMunicipalitySearch } = await load("municipality-search.js");
const lunr = createRequire(import.meta.url)(`${site}/js/lunr.js`);

const loadJson = async (/** @type {string} */ name) => JSON.parse(readFileSync(name, "utf8"));
const findPlaces = createMunicipalitySearch(
  lunr,
  await loadJson(`${site}/data/municipality-index.json`),
);
const folder = `${site}/data/search/`;
const search = new Search(folder, await loadJson(`${folder}manifest.json`), {
  loadJson,
  loadLunr: async () => lunr,
  findPlaces,
});

const answers = [];
for (const question of JSON.parse(readFileSync(0, "utf8"))) {
  const found = await search.find(question);
  const plans = await Promise.all(found.plans.slice(0, SHOWN).map(async (plan) => {
    const { portion, excerpts } = await search.excerpts(plan, found);
    const anchors = excerpts.length ? excerpts.map(({ anchor }) => anchor) : [""];
    return anchors.map((anchor) => [portion.name, anchor]);
  }));
  answers.push(plans.flat());
}
process.stdout.write(JSON.stringify(answers));
