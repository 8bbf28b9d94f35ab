// The search box: suggests municipalities as one types, in any grammatical case.

import { enhanceCombobox } from "./combobox.js";
import { loadJson, loadLunr } from "./load.js";
import { createMunicipalitySearch } from "./municipality-search.js";

const MOST = 8;

/** @typedef {import("./municipality-search.js").Match} Match */
/** @typedef {Record<string, [name: string, region: string, slug: string, plans: number]>} Places */

/**
 * @param {HTMLElement} form
 * @returns {Promise<(text: string) => Match[]>}
 */
export async function municipalitySearch(form) {
  const { lunr = "", names = "" } = form.dataset;
  const [library, payload] = await Promise.all([loadLunr(lunr), loadJson(names)]);
  return createMunicipalitySearch(/** @type {any} */ (library), payload);
}

/**
 * Turns a plain search form into a combobox. A chosen municipality is announced by the cancelable
 * event `choose` on the form, whose `detail` is its code; unless cancelled, its page is opened.
 * @param {HTMLElement} form
 * @param {Record<string, string>} texts
 */
export function enhanceSearchBox(form, texts) {
  const input = form.querySelector("input");
  const list = /** @type {HTMLElement | null} */ (form.querySelector("[role=listbox]"));
  const status = form.querySelector("[data-search-status]");
  if (!input || !list) return;
  /** @type {Promise<[(text: string) => Match[], Places]> | undefined} */
  let ready;
  const prepare = () => {
    ready ??= Promise.all([municipalitySearch(form), loadJson(form.dataset.places ?? "")]);
    // Without the network there are no suggestions; the next letter asks again.
    return ready.catch(() => {
      ready = undefined;
    });
  };

  input.addEventListener("focus", () => void prepare(), { once: true });
  enhanceCombobox(input, list, {
    async suggest(text) {
      const prepared = await prepare();
      if (!prepared) return [];
      const [search, places] = prepared;
      return search(text).slice(0, MOST).map((match) => option(match, places, texts));
    },
    choose(chosen) {
      const { municipality = "", address = "" } = chosen.dataset;
      const event = new CustomEvent("choose", { detail: municipality, cancelable: true });
      // Who cancels the event also says what the field holds from then on.
      input.value = chosen.querySelector(".kk-option__name")?.textContent ?? "";
      if (form.dispatchEvent(event)) {
        location.assign(`${form.dataset.municipalities}${address}/`);
      }
    },
    announce(count) {
      const text = count === 0 ? texts.none : count === 1 ? texts.one : texts.other;
      if (status) status.textContent = text.replace("{count}", String(count));
    },
  });
}

/**
 * @param {Match} match
 * @param {Places} places
 * @param {Record<string, string>} texts
 */
function option(match, places, texts) {
  const [name, region, address, plans] = places[match.code];
  const item = document.createElement("li");
  item.className = "kk-option";
  item.dataset.municipality = match.code;
  item.dataset.address = address;
  const shown = document.createElement("span");
  shown.className = "kk-option__name";
  shown.textContent = name;
  const more = document.createElement("span");
  more.className = "kk-option__more";
  const count = (plans === 1 ? texts.planOne : texts.planOther).replace("{count}", String(plans));
  const also = match.matched === name ? [] : [texts.also.replace("{name}", match.matched)];
  more.textContent = [region, ...also, ...(plans ? [count] : [])].join(" · ");
  item.append(shown, more);
  return item;
}
