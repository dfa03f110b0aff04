import { describe, expect, it } from "vitest";
import { horizon } from "../../src/engine/decision/horizon.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const facts = {
  open: fact({ type: "boolean" }),
  paidThrough: fact({ type: "date" }),
  birthDate: fact({ type: "date" }),
};
const paid = {
  fact: "paidThrough",
  operator: "onOrAfter",
  value: { fact: "asOf", params: { minus: { fact: "parameter.grace" } } },
};
const grace = (...values: readonly (readonly [string, string])[]) => ({
  grace: {
    type: "duration",
    label: { id: "Masa tenggang" },
    sources: [],
    values: values.map(([from, value]) => ({ from, value, provenance: "assumed" })),
  },
});
const open = { fact: "open", operator: "equal", value: true };
const adult = {
  fact: "birthDate",
  operator: "onOrBefore",
  value: { fact: "asOf", params: { minus: "P17Y" } },
};

describe("how long an answer holds", () => {
  const until = (
    policies: Record<string, object>,
    asOf: string,
    given: Facts,
    values = grace(["2020-01-01", "P3M"]),
  ) =>
    horizon(packOf({ facts, parameters: values, policies }), {
      service: SERVICE,
      asOf,
      facts: given,
    });

  it("is until the grace after the last paid month ends", () => {
    expect(
      until({ "2026-01-01": policy([requirement("lunas", paid)]) }, "2026-11-22", {
        paidThrough: "2026-09-30",
      }),
    ).toEqual({ until: "2026-12-31", because: ["paidThrough"] });
  });

  it("is until the day before a birthday that makes someone of age", () => {
    expect(
      until({ "2026-01-01": policy([requirement("dewasa", adult)]) }, "2026-11-22", {
        birthDate: "2009-11-23",
      }),
    ).toEqual({ until: "2026-11-22", because: ["birthDate"] });
  });

  it("is until the day before a parameter's new value turns it", () => {
    expect(
      until(
        { "2026-01-01": policy([requirement("lunas", paid)]) },
        "2026-11-22",
        { paidThrough: "2026-09-30" },
        grace(["2020-01-01", "P3M"], ["2026-12-01", "P1M"]),
      ),
    ).toEqual({ until: "2026-11-30", because: ["parameter.grace"] });
  });

  it("goes past a parameter's new value that does not turn it", () => {
    expect(
      until(
        { "2026-01-01": policy([requirement("lunas", paid)]) },
        "2026-11-22",
        { paidThrough: "2026-09-30" },
        grace(["2020-01-01", "P3M"], ["2026-12-01", "P6M"]),
      ),
    ).toEqual({ until: "2027-03-31", because: ["paidThrough"] });
  });

  it("is until the day before a version that decides otherwise", () => {
    expect(
      until(
        {
          "2026-01-01": policy([requirement("buka", open)]),
          "2027-01-01": policy([requirement("buka", { not: open })]),
          "2026-12-01": policy([requirement("rancangan", { not: open })], { status: "draft" }),
        },
        "2026-11-22",
        { open: true },
      ),
    ).toEqual({ until: "2026-12-31", because: ["policy:2027-01-01"] });
  });

  it("goes on through a version that decides alike", () => {
    expect(
      until(
        {
          "2026-01-01": policy([requirement("buka", open)]),
          "2027-01-01": policy([requirement("terbuka", open)]),
        },
        "2026-11-22",
        { open: true },
      ),
    ).toEqual({ until: null, because: [] });
  });

  it("ends where no policy is in force any more", () => {
    expect(
      until(
        { "2026-01-01": policy([requirement("buka", open)], { until: "2026-12-31" }) },
        "2026-11-22",
        { open: false },
      ),
    ).toEqual({ until: "2026-12-31", because: ["policy:none"] });
  });

  it("is told of an undetermined answer too", () => {
    expect(
      until({ "2026-01-01": policy([requirement("lunas", { all: [paid, open] })]) }, "2026-11-22", {
        paidThrough: "2026-09-30",
      }),
    ).toEqual({ until: "2026-12-31", because: ["paidThrough"] });
  });

  it("never ends for the calendar's own end, of an advisory requirement neither", () => {
    const soon = (duration: string) => ({
      fact: "paidThrough",
      operator: "after",
      value: { fact: "asOf", params: { plus: duration } },
    });
    const requirements = [
      requirement("segera", soon("P1W")),
      requirement("saran", soon("P3M"), { enforcement: "advisory" }),
    ];
    expect(until({ "2026-01-01": policy(requirements) }, "2026-11-22", {})).toEqual({
      until: null,
      because: [],
    });
  });

  it("names the day itself where the policy compares it with a fixed date", () => {
    const expiring = { fact: "asOf", operator: "before", value: "2027-03-01" };
    expect(
      until({ "2026-01-01": policy([requirement("masih", expiring)]) }, "2026-11-22", {}),
    ).toEqual({ until: "2027-02-28", because: ["asOf"] });
  });
});
