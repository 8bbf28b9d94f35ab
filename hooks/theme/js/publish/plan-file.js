// A plan's header made of its values: the twin of hooks/kuntakesu/plan_file.py.

/** @typedef {import("./config.js").Field} Field */
/** @typedef {import("./draft.js").Values} Values */

// White space as Python knows it, which differs from what `\s` is here.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const PLAIN = new RegExp(
  `^(?:[\\p{L}\\p{N}]|§)(?:[^:#${SPACE}]|[:#](?=[^${SPACE}])| (?=[^${SPACE}#]))*$`, "u",
);
const PLAIN_ITEM = /^[^,?[\]{}]*$/u;
const SPACES = new RegExp(`[${SPACE}]+`, "u");

/**
 * The lines of the front matter, without the fences.
 * @param {Field[]} fields
 * @param {Values} values
 */
export function headerLines(fields, values) {
  return fields.flatMap((field) => fieldLines(field, field.key, values));
}

/**
 * The lines of one field, none where it has no value.
 * @param {Field} field
 * @param {string} key dotted
 * @param {Values} values
 * @returns {string[]}
 */
export function fieldLines(field, key, values) {
  const value = values[key] ?? "";
  const inner = field.fields.flatMap((one) =>
    fieldLines(one, `${key}.${one.key}`, values).map((line) => `  ${line}`),
  );
  if (!value.length && !inner.length) return [];
  return [field.fields.length ? `${field.key}:` : `${field.key}: ${written(value)}`, ...inner];
}

/**
 * @param {string | string[]} value
 * @returns {string}
 */
function written(value) {
  if (typeof value === "string") return scalar(oneLine(value));
  if (value.length === 1) return written(value[0]);
  return `[${value.map((item) => listed(oneLine(item))).join(", ")}]`;
}

/** @param {string} text */
function scalar(text) {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}

/** @param {string} text */
function listed(text) {
  return PLAIN_ITEM.test(text) ? scalar(text) : JSON.stringify(text);
}

/** @param {string} text */
function oneLine(text) {
  return text.split(SPACES).filter(Boolean).join(" ");
}
