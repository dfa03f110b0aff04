import * as z from "zod";
import type { Form } from "./basics.ts";

/**
 * An object with these keys and no other. A fault of an unknown key carries the known ones as its
 * message, so that whoever words it can name the key that was meant; a value that is no object
 * carries `form`, if there is one.
 */
export function strictObject<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  form?: Form,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: ({ code }) => {
      if (code === "unrecognized_keys") return Object.keys(shape).join(KEY_SEPARATOR);
      return code === "invalid_type" ? form : undefined;
    },
  });
}

/** Stands between the known keys in the message of an unknown key. */
export const KEY_SEPARATOR = "\n";
