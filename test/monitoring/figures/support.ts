import { expect } from "vitest";
import { checkFigures } from "../../../src/monitoring/figures/check.ts";
import { plainDigits } from "../../../src/monitoring/figures/decimal.ts";
import type { Figures } from "../../../src/monitoring/figures/figures.ts";
import { readFigures } from "../../../src/monitoring/figures/read.ts";
import { formatDiagnostic } from "../../../src/pack/diagnostics/format.ts";

const REPORT = { title: { id: "Laporan" }, publisher: "Koran", date: "2026-11-22" };

/** A quantity is its printed value, in people unless a percentage or rupiah. */
export function fileOf(
  values: Readonly<Record<string, string>>,
  claims: readonly Readonly<Record<string, unknown>>[],
): string {
  const quantities = Object.entries(values).map(([id, value]) => {
    const unit = value.includes("%") ? "percent" : value.startsWith("Rp") ? "rupiah" : "people";
    return { id, label: { id }, value, unit, report: "r" };
  });
  return JSON.stringify({ reports: { r: REPORT }, quantities, claims }, null, 2);
}

export function figuresOf(text: string): Figures {
  const read = readFigures("figures.json", text);
  if (!read.ok)
    throw new Error(read.diagnostics.map((one) => formatDiagnostic(one, "en")).join("\n"));
  return read.figures;
}

/** What is found, in short: `misfit total 12946 (18): part three for two`. */
export function found(
  values: Readonly<Record<string, string>>,
  ...claims: readonly Readonly<Record<string, unknown>>[]
): readonly string[] {
  const named = claims.map((claim, index) => ({ id: `claim-${index + 1}`, ...claim }));
  return checkFigures(figuresOf(fileOf(values, named))).map((finding) => {
    const { severity, reason, computed, difference, alternatives } = finding;
    const numbers = [computed, difference].map((one) => (one === null ? "none" : plainDigits(one)));
    const others = alternatives.map(
      ({ role, replaces, quantity }) => ` ${quantity.id} as ${role} for ${replaces.id}`,
    );
    return `${severity} ${reason} ${numbers.join(" off ")}:${others.join(",")}`;
  });
}

/** The diagnostics of a file, as a terminal shows them. */
export function told(text: string): readonly string[] {
  const read = readFigures("figures.json", text);
  expect(read.ok).toBe(false);
  return read.ok ? [] : read.diagnostics.map((one) => formatDiagnostic(one, "en"));
}
