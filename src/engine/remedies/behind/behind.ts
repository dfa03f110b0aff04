import type { BehindComputed } from "../../model/pack.ts";
import { placesBehind } from "./places.ts";
import { turningValues } from "./turning-values.ts";

/** How remedies look behind facts that are computed. */
export const BEHIND: BehindComputed = { places: placesBehind, turningValues };
