// Elements made in one go.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * @param {string} standing
 * @param {Record<string, string>} labels
 */
export function badge(standing, labels) {
  return make("span", `kk-badge kk-badge--${standing}`, labels[standing] ?? standing);
}

/**
 * @param {string} address
 * @param {string} language of the text; empty where that is the surroundings'
 * @param {...(Node | string)} content
 */
export function makeLink(address, language, ...content) {
  const made = make("a", "", ...content);
  made.href = address;
  markLanguage(made, language);
  return made;
}

/**
 * Says an element's language where it is not the page's.
 * @param {HTMLElement} element
 * @param {string} language
 */
export function markLanguage(element, language) {
  if (language && language !== document.documentElement.lang) element.lang = language;
}

/**
 * A text with its `{placeholders}` filled, all at once: what is put in may hold such signs itself.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
