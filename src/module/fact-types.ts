import type { FactShape, ScalarShape } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import { documentation, indented, literal } from "./literals.ts";
import type { Reads } from "./reads.ts";

/** How dates are typed: a text of the wrong form is told by the compiler, one of no calendar is not. */
export const DAY_TYPE: string = `/** \`YYYY-MM-DD\` */\nexport type Day = \`\${number}-\${number}-\${number}\`;`;

/** The TypeScript type of a fact's known values. */
export function typeOf(shape: FactShape): string {
  return shape.type === "list"
    ? `readonly (${scalarType(shape.items)} | null)[]`
    : scalarType(shape);
}

function scalarType(shape: ScalarShape): string {
  switch (shape.type) {
    case "boolean":
    case "string":
      return shape.type;
    case "date":
      return "Day";
    case "code": {
      const codes = Object.keys(shape.codes).map((code) => literal(code));
      return codes.length === 0 ? "never" : codes.join(" | ");
    }
    default:
      return "number";
  }
}

/** The facts that are read, as the members of a type; each may be absent or not known. */
export function factMembers(pack: Pack, { facts, groups }: Reads): string {
  const items = [...groups].map(([group, ids]) => {
    const item = `{\n${indented(members(pack, ids))}\n}`;
    const type = `readonly (${item} | null)[] | null | undefined`;
    const label = pack.groups.get(group)?.label.en ?? pack.groups.get(group)?.label.id ?? group;
    return `${documentation(label)}\nreadonly ${literal(group)}?: ${type};`;
  });
  return [members(pack, facts), ...items].filter((text) => text !== "").join("\n");
}

function members(pack: Pack, ids: readonly string[]): string {
  return ids
    .flatMap((id) => {
      const fact = pack.facts.get(id);
      if (fact === undefined) return [];
      const told = documentation(fact.label.en ?? fact.label.id);
      return `${told}\nreadonly ${literal(id)}?: ${typeOf(fact)} | null | undefined;`;
    })
    .join("\n");
}
