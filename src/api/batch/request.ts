import * as z from "zod/mini";
import { refuseFields } from "../problems/refusal.ts";
import { MOST_PEOPLE, TOO_MANY_PEOPLE } from "../request/people.ts";
import { refuseShape } from "../request/refuse-shape.ts";

export const MOST_ITEMS = 500;

/** The body of `POST /v1/decisions/batch`. Each item is a body of `POST /v1/decisions`. */
export const batchRequest = z.strictObject({
  items: z.array(z.unknown()).check(
    z.refine((items: readonly unknown[]) => items.length > 0 && items.length <= MOST_ITEMS, {
      params: { code: "items-count" },
    }),
  ),
  language: z.optional(z.enum(["id", "en"])),
});

/** The items, each still to be read. @throws Refusal where the body is no batch. */
export async function readBatch(body: unknown): Promise<readonly unknown[]> {
  const { success, data, error } = batchRequest.safeParse(body);
  if (!success) {
    throw await refuseShape(error.issues, body, Object.keys(batchRequest.shape));
  }
  const { items } = data;
  const people = items.reduce((sum: number, item) => sum + peopleIn(item), 0);
  if (people > MOST_PEOPLE) {
    throw refuseFields([{ path: "/items", code: "people-too-many", message: TOO_MANY_PEOPLE }]);
  }
  return items;
}

/** People in the groups of an item that is still to be read. */
function peopleIn(item: unknown): number {
  if (!isRecord(item) || !isRecord(item["groups"])) return 0;
  return Object.values(item["groups"]).reduce(
    (sum: number, members) => sum + (Array.isArray(members) ? members.length : 0),
    0,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
