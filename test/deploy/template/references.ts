import { describe, expect, test } from "vitest";
import { type Resource, stackResources } from "../support/template.ts";

const resources = stackResources();

/** The names that a resource refers to, in whatever way, but for those that AWS gives. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref") return [String(inner)];
    if (key === "DependsOn") return [inner].flat().map(String);
    if (key === "Fn::GetAtt") return Array.isArray(inner) ? [String(inner[0])] : [];
    if (key === "Fn::Sub") {
      return [...String(inner).matchAll(/\$\{([\w:]+)[^}]*\}/g)].map(([, name]) => String(name));
    }
    return namesIn(inner);
  });
}

function referencesOf(resource: Resource | undefined): readonly string[] {
  return [...new Set(namesIn(resource))].filter((name) => !name.startsWith("AWS::"));
}

/** The first way back to a resource that is already on the way, or null. */
function circleFrom(
  id: string,
  way: readonly string[],
  done: Set<string>,
): readonly string[] | null {
  if (way.includes(id)) return [...way, id];
  if (done.has(id)) return null;
  for (const next of referencesOf(resources[id])) {
    const circle = circleFrom(next, [...way, id], done);
    if (circle !== null) return circle;
  }
  done.add(id);
  return null;
}

describe("the stack's resources", () => {
  test("refer only to those that are there", () => {
    const unknown = Object.entries(resources).flatMap(([id, resource]) =>
      referencesOf(resource)
        .filter((name) => resources[name] === undefined)
        .map((name) => `${id} → ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test("do not wait for each other in a circle", () => {
    const done = new Set<string>();
    const circles = Object.keys(resources).flatMap((id) => {
      const circle = circleFrom(id, [], done);
      return circle === null ? [] : [circle.join(" → ")];
    });
    expect(circles).toEqual([]);
  });
});
