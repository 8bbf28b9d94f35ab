// Opens the search with all that it needs: its manifest, lunr and the names of municipalities.

import { loadJson, loadLunr } from "../load.js";
import { municipalitySearch } from "../search-box.js";
import { Search } from "./client.js";
import { Results } from "./results.js";

/**
 * @param {string} folder address of the search's files, with a slash at the end
 * @param {HTMLFormElement} form the search box
 * @param {import("./results.js").Surroundings} surroundings
 */
export async function openSearch(folder, form, surroundings) {
  const [manifest, findPlaces] = await Promise.all([
    loadJson(`${folder}manifest.json`),
    municipalitySearch(form),
  ]);
  const search = new Search(folder, manifest, {
    loadJson,
    loadLunr: () => loadLunr(form.dataset.lunr ?? ""),
    findPlaces,
  });
  return new Results(search, surroundings);
}
