import { describe, expect, test } from "vitest";
import { touchedLines } from "../../../src/analysis/statement/compared.ts";
import { policy, requirement } from "../../support/pack.ts";
import { changesOf } from "./support.ts";

const active = { fact: "coverage.status", operator: "equal", value: "AKTIF" };
const registered = { fact: "trader.registered", operator: "equal", value: true };
const town = { fact: "applicant.town", operator: "equal", value: "Curug" };

/** Every policy needs one that always applies. */
const ALWAYS = requirement("selalu", registered);

const SIGNS = { same: " ", added: "+", removed: "-" };

/** The lines of the one requirement that changed. */
function linesOf(before: object, after: object): readonly string[] {
  const { changed } = changesOf(policy([before, ALWAYS]), policy([after, ALWAYS]));
  return (changed[0]?.lines ?? []).map(
    ({ kind, line }) => `${SIGNS[kind]} ${line.part} ${line.depth} ${line.clause.words.id}`,
  );
}

describe("what one policy says otherwise than another", () => {
  test("is nothing where both say the same", () => {
    const one = policy([requirement("a", active)], { scope: town });
    expect(changesOf(one, one)).toEqual({
      scope: [],
      added: [],
      removed: [],
      changed: [],
      grants: { added: [], removed: [], changed: [] },
      around: [],
    });
  });

  test("is nothing where a condition is only written otherwise", () => {
    const shared = { not: { not: active } };
    const { changed } = changesOf(
      policy([requirement("a", active)]),
      policy([requirement("a", shared)]),
    );
    expect(changed).toEqual([]);
  });

  test("names the requirements that come and go by their id, wherever they stand", () => {
    const before = policy([requirement("a", active), requirement("b", registered)]);
    const after = policy([requirement("c", town), requirement("a", active)]);
    const { added, removed, changed } = changesOf(before, after);
    expect([added.map(({ id }) => id), removed.map(({ id }) => id), changed]).toEqual([
      ["c"],
      ["b"],
      [],
    ]);
  });

  test("keeps the clauses that both have", () => {
    const before = requirement("a", { all: [active, registered] });
    const after = requirement("a", { all: [active, town, registered] }, { when: registered });
    expect(linesOf(before, after)).toEqual([
      "+ when 0 Pedagang tercatat: ya",
      "  conditions 0 semua dari yang berikut",
      "  conditions 1 Status: “aktif”",
      "+ conditions 1 Kecamatan: “Curug”",
      "  conditions 1 Pedagang tercatat: ya",
    ]);
  });

  test("shows of the clauses that stay only those above one that does not", () => {
    const before = requirement("a", { all: [active, { any: [registered, town] }] });
    const after = requirement("a", { all: [active, { any: [registered] }] });
    const { changed } = changesOf(policy([before]), policy([after]));
    const told = touchedLines(changed[0]?.lines ?? []).map(({ line }) => line.clause.words.id);
    expect(told).toEqual([
      "semua dari yang berikut",
      "sedikitnya salah satu dari yang berikut",
      "Kecamatan: “Curug”",
    ]);
  });

  test("tells a limit that was a number and becomes a parameter of the same amount", () => {
    const limit = (value: unknown) =>
      requirement("a", { fact: "land.hectares", operator: "lessThanInclusive", value });
    expect(linesOf(limit(2), limit({ fact: "parameter.limit" }))).toEqual([
      "- conditions 0 Luas lahan: paling banyak 2 ha",
      "+ conditions 0 Luas lahan: paling banyak 2 ha",
    ]);
  });

  test("tells what changes around a requirement, and around them all", () => {
    const before = policy([requirement("a", active), ALWAYS]);
    const advisory = requirement("a", active, {
      enforcement: "advisory",
      sources: [{ source: "law" }],
    });
    const { changed, around, scope } = changesOf(
      before,
      policy([advisory, ALWAYS], { owner: "Bagian Hukum", scope: town }),
    );
    expect(changed.map((change) => change.around)).toEqual([["enforcement", "citations"]]);
    expect(around).toEqual(["owner"]);
    expect(scope.map(({ kind, line }) => [kind, line.part, line.clause.words.id])).toEqual([
      ["added", "scope", "Kecamatan: “Curug”"],
    ]);
  });
});

describe("what one policy grants otherwise than another", () => {
  const grant = (id: string, more: object = {}) => ({
    id,
    text: { id: `Pemberian ${id}` },
    sources: [],
    provenance: "assumed",
    ...more,
  });
  const grantsOf = (before: readonly object[], after: readonly object[]) =>
    changesOf(policy([ALWAYS], { grants: before }), policy([ALWAYS], { grants: after })).grants;

  test("names what comes and goes by its id, wherever it stands", () => {
    const { added, removed, changed } = grantsOf(
      [grant("a"), grant("b")],
      [grant("c"), grant("a")],
    );
    expect([added.map(({ id }) => id), removed.map(({ id }) => id), changed]).toEqual([
      ["c"],
      ["b"],
      [],
    ]);
  });

  test.each([
    ["a condition where there was none", {}, { conditions: active }, [], ["+ Status: “aktif”"]],
    ["no condition any more", { conditions: town }, {}, [], ["- Kecamatan: “Curug”"]],
    ["another written amount", { amount: 5 }, { amount: 6 }, ["text"], []],
    [
      "the same amount from a parameter",
      { amount: 16_800 },
      { amount: { fact: "parameter.fee" } },
      ["reads"],
      [],
    ],
    ["another basis", {}, { sources: [{ source: "law" }] }, ["citations"], []],
    ["a doubt", {}, { doubt: { id: "Benarkah?" } }, ["assurance"], []],
  ])("tells %s", (_, before, after, around, lines) => {
    const [change, ...others] = grantsOf([grant("a", before)], [grant("a", after)]).changed;
    expect([
      change?.around,
      change?.lines.map(({ kind, line }) => `${SIGNS[kind]} ${line.clause.words.id}`),
      others,
    ]).toEqual([around, lines, []]);
  });
});
