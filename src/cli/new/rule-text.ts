const WIDTH = 100;

/** JSON as the shipped rules are written: on one line where it fits, else a member a line. */
export function ruleText(value: unknown, indent = 0, before = indent): string {
  const line = oneLine(value);
  if (before + line.length <= WIDTH - 1 || typeof value !== "object" || value === null) return line;
  const inner = " ".repeat(indent + 2);
  const end = `\n${" ".repeat(indent)}`;
  if (Array.isArray(value)) {
    const items = value.map((item) => inner + ruleText(item, indent + 2));
    return `[\n${items.join(",\n")}${end}]`;
  }
  const members = Object.entries(value).map(([key, member]) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + ruleText(member, indent + 2, indent + 2 + name.length);
  });
  return `{\n${members.join(",\n")}${end}}`;
}

function oneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
