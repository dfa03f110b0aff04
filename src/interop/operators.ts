import { Operator, OperatorDecorator } from "json-rules-engine";

/**
 * Operators that json-rules-engine lacks (dates), and those of its own that throw where the value
 * is missing. A missing side never throws here; it compares as not holding.
 */
export function operators(): readonly Operator[] {
  return [
    new Operator(
      "before",
      dated((left, right) => left < right),
    ),
    new Operator(
      "onOrBefore",
      dated((left, right) => left <= right),
    ),
    new Operator(
      "after",
      dated((left, right) => left > right),
    ),
    new Operator(
      "onOrAfter",
      dated((left, right) => left >= right),
    ),
    new Operator("in", (item, list) => Array.isArray(list) && list.includes(item)),
    new Operator("notIn", (item, list) => Array.isArray(list) && !list.includes(item)),
  ];
}

/** Its own `someValue` and `everyValue` throw where the list is missing. */
export function decorators(): readonly OperatorDecorator[] {
  return [
    new OperatorDecorator(
      "someValue",
      (fact, list, next) => Array.isArray(list) && list.some((item) => next(fact, item)),
    ),
    new OperatorDecorator(
      "everyValue",
      (fact, list, next) => Array.isArray(list) && list.every((item) => next(fact, item)),
    ),
  ];
}

/** Dates of the form YYYY-MM-DD sort by time as strings. */
function dated(holds: (left: string, right: string) => boolean) {
  return (left: unknown, right: unknown): boolean =>
    typeof left === "string" && typeof right === "string" && holds(left, right);
}
