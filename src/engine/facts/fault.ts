import type { FactIssue } from "../errors.ts";
import type { Fact } from "../model/catalogue.ts";
import type { ShapeFault } from "./shapes.ts";

/** What is wrong at one place among the facts of a question, before it is put in words. */
export type FactFault =
  /** Neither facts nor an item of a group; no group; set by Layak alone; `Object.prototype`'s. */
  | { readonly kind: "no-record" | "no-list" | "reserved" | "inherited" }
  /** `meant` is the name in the catalogue that was most likely meant. */
  | { readonly kind: "undeclared"; readonly meant: string | null }
  | {
      readonly kind: "count";
      readonly count: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | {
      readonly kind: "value";
      readonly fact: Fact;
      readonly fault: ShapeFault;
      readonly value: unknown;
    };

/** Puts a fault in words; `place` as it would stand in `missing`. */
export type FaultTeller = (place: string, fault: FactFault) => FactIssue;
