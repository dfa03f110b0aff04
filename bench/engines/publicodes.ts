import Engine from "publicodes";
import type { Application } from "../applications/application.ts";
import { answerOf, type Entrant, synchronous } from "./engine.ts";

/** publicodes has no lists: what a list holds is given as booleans. */
export const publicodes: Entrant = (applications) => {
  const facts = Object.fromEntries(FACTS.map((name) => [name, null]));
  const engine = new Engine({ ...facts, ...RULES }, { logger: SILENT });
  return synchronous({
    name: "publicodes",
    forms: applications.map(situationOf),
    decide: (situation) => {
      engine.setSituation(situation);
      return Object.keys(RULES).map((name) => engine.evaluate(name).nodeValue);
    },
    read: (values) => answerOf(values.map((value) => (typeof value === "boolean" ? value : null))),
  });
};

const SILENT = { log: () => {}, warn: () => {}, error: () => {} };

const FACTS = [
  "status",
  "paid through",
  "work accident insured",
  "death insured",
  "residence",
  "birth date",
  "kiosks",
  "arrears",
  "instalments",
  "blacklisted",
  "sanction level",
  "goods",
  "halal certified",
  "inspected on",
  "open at night",
  "deposit",
  "guarantor",
  "months",
  "starts on",
];

function situationOf(application: Application): Record<string, string | number> {
  const values = {
    status: code(application["coverage.status"]),
    "paid through": date(application["coverage.paidThrough"]),
    "work accident insured": holds(application["coverage.programmes"], "JKK"),
    "death insured": holds(application["coverage.programmes"], "JKM"),
    residence: code(application["applicant.residence"]),
    "birth date": date(application["applicant.birthDate"]),
    kiosks: application["kiosk.count"],
    arrears: application["levy.arrears"],
    instalments: truth(application["levy.instalments"]),
    blacklisted: truth(application["sanction.blacklisted"]),
    "sanction level": application["sanction.level"],
    goods: code(application["stall.goods"]),
    "halal certified": holds(application["stall.documents"], "HALAL"),
    "inspected on": date(application["stall.inspectedOn"]),
    "open at night": holds(application["stall.activities"], "MALAM"),
    deposit: application["deposit.paid"],
    guarantor: code(application["guarantor.kind"]),
    months: application["contract.months"],
    "starts on": date(application["contract.startsOn"]),
  };
  const situation: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) situation[name] = value;
  }
  return situation;
}

function code(value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : `'${value}'`;
}

function date(value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : value.split("-").reverse().join("/");
}

function truth(value: boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : value ? "oui" : "non";
}

function holds(list: readonly string[] | null | undefined, item: string): string | null {
  return truth(list?.includes(item));
}

const all = (...conditions: readonly unknown[]) => ({ "toutes ces conditions": conditions });
const any = (...conditions: readonly unknown[]) => ({ "une de ces conditions": conditions });

const RULES = {
  coverage: all(
    any("status = 'AKTIF'", all("status = 'MASA_TENGGANG'", "paid through >= 22/08/2026")),
    "work accident insured",
    "death insured",
  ),
  resident: all(any("residence = '3673'", "residence = '3604'"), "birth date <= 22/11/2009"),
  "few kiosks": "kiosks < 2",
  levy: any("arrears = 0", all("instalments", "arrears <= 5000000")),
  sanction: all("blacklisted = non", "sanction level <= 2"),
  food: any("goods != 'MAKANAN'", all("halal certified", "inspected on >= 22/11/2025")),
  security: any("deposit >= 2500000", "guarantor != 'TIDAK_ADA'"),
  contract: all("months >= 6", "starts on >= 22/11/2026", "open at night = non"),
};
