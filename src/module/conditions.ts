import { framed } from "./frames.ts";
import { leafStatements, namingAlone } from "./leaves.ts";
import { literal, member } from "./literals.ts";
import type { SourceGroup, SourceNode } from "./source-tree.ts";
import { choose, type Exits, forEach, leave, ON, statementsOf } from "./statements.ts";
import {
  argumentsFor,
  beginFunction,
  endFunction,
  type FunctionWriting,
  nameFor,
  type Records,
  recordsIn,
  type Writing,
} from "./writing.ts";

/**
 * Writes a condition as a function. To judge, it gives 0 where the condition is false, 1 where that
 * is not known and 2 where it is true; code leaves it as soon as that is settled. To name, it is
 * called of a condition that is not known.
 */
export function conditionFunction(
  writing: Writing,
  name: string,
  node: SourceNode,
  group: string | null,
  comment: string | null = null,
): void {
  const own = beginFunction(writing, name, group);
  const statements =
    own.purpose === "judge" ? statementsFor(node, GIVING, own) : namesWithin(node, own);
  endFunction(own, statements, comment);
}

const GIVING: Exits = {
  true: leave("return 2;"),
  false: leave("return 0;"),
  unknown: leave("return 1;"),
};

const NOWHERE: Exits = { true: ON, false: ON, unknown: ON };

/** What is not known of a condition that is not known itself, so that nothing in it settles it. */
function namesWithin(node: SourceNode, writing: FunctionWriting): readonly string[] {
  switch (node.kind) {
    case "all":
    case "any":
      return node.nodes.flatMap((child) =>
        child.kind === "leaf"
          ? namesWithin(child, writing)
          : statementsFor(child, NOWHERE, writing),
      );
    case "not":
      return namesWithin(node.node, writing);
    case "leaf":
      return namingAlone(node, writing) ?? leafStatements(node, NOWHERE, writing);
    default:
      return statementsFor(node, NOWHERE, writing);
  }
}

function statementsFor(
  node: SourceNode,
  exits: Exits,
  writing: FunctionWriting,
): readonly string[] {
  switch (node.kind) {
    case "leaf":
      return leafStatements(node, exits, writing);
    case "not":
      return statementsFor(node.node, { ...exits, true: exits.false, false: exits.true }, writing);
    case "every":
    case "some":
      return groupStatements(node, exits, writing);
    case "part": {
      const name = `part${node.number}`;
      conditionFunction(writing, name, node.node, writing.group);
      return callStatements(name, writing.group, recordsIn(writing.group), exits, writing);
    }
    default:
      return framed(node.kind, exits, writing, (own) =>
        node.nodes.flatMap((child) => statementsFor(child, own, writing)),
      );
  }
}

/** Goes on by the truth that a function gives; to name, it names there what is not known. */
function callStatements(
  name: string,
  group: string | null,
  records: Records,
  exits: Exits,
  writing: FunctionWriting,
): readonly string[] {
  const { called } = writing.functions;
  const truth = `t${writing.next()}`;
  const judging: Writing = { ...writing, purpose: "judge" };
  const naming =
    writing.purpose === "judge"
      ? []
      : [`${called(nameFor(writing, name))}(${argumentsFor(writing, group, records)});`];
  const unknown = [...naming, ...statementsOf(exits.unknown)].join(" ");
  const ways = [
    { when: `${truth} === 2`, unless: `${truth} !== 2`, exit: exits.true },
    { when: `${truth} === 0`, unless: `${truth} !== 0`, exit: exits.false },
  ];
  return [
    `const ${truth} = ${called(name)}(${argumentsFor(judging, group, records)});`,
    ...choose(ways, unknown === "" ? [] : [unknown]),
  ];
}

function groupStatements(
  { kind, group, node, absent, number }: SourceGroup,
  exits: Exits,
  writing: FunctionWriting,
): readonly string[] {
  const name = `items${number}`;
  conditionFunction(writing, name, node, group);
  const items = `g${writing.next()}`;
  const index = `i${writing.next()}`;
  const records: Records = {
    facts: `${items}[${index}] ?? NOTHING`,
    computed: writing.computesIn(group) ? `${member("c", group)}[${index}]` : "NOTHING",
    place: `\`${group}[\${${index}}].\``,
  };
  const each = framed(kind === "every" ? "all" : "any", exits, writing, (own) => [
    forEach(index, items, callStatements(name, group, records, own, writing)),
  ]);
  const naming = writing.purpose === "judge" ? [] : [namesOfAbsent(group, absent)];
  const missing = [...naming, ...statementsOf(exits.unknown)].join(" ");
  const isThere = `Array.isArray(${items})`;
  const exit = { ...exits.unknown, code: missing };
  return [
    `const ${items} = ${member(recordsIn(writing.group).facts, group)};`,
    ...choose([{ when: `!${isThere}`, unless: isThere, exit }], each),
  ];
}

function namesOfAbsent(group: string, absent: readonly string[]): string {
  return `m.push(${[literal(group), ...absent.map((names) => `...${names}`)].join(", ")});`;
}
