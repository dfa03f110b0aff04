import type { Helper } from "./helper.ts";

/** What reads facts, names those that are not known, and tells trouble. */
export const READING: readonly Helper[] = [
  {
    name: "NOTHING",
    text: "// What is known of an item that is not known.\nconst NOTHING = Object.freeze({});",
  },
  {
    name: "trouble",
    text: `function trouble(code, id, en) {
  return Object.assign(new Error(en), { code, text: { id, en } });
}`,
  },
  {
    name: "lengthOf",
    text: `function lengthOf(items) {
  return Array.isArray(items) ? items.length : null;
}`,
  },
  {
    name: "each",
    text: `function each(items, id) {
  return Array.isArray(items) ? items.map((item) => item?.[id] ?? null) : null;
}`,
  },
  {
    name: "inTable",
    text: `function inTable(table, code) {
  return code == null ? null : (table.get(String(code)) ?? null);
}`,
  },
  {
    name: "name",
    text: `// A fact that is not known, or the items of a list that are not.
function name(m, id, value) {
  if (value == null) m.push(id);
  else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (value[i] === null) m.push(\`\${id}[\${i}]\`);
  }
}`,
  },
];
