import * as z from "zod";
import type { Text } from "../../engine/model/text.ts";
import { filledSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";

/** Words in Indonesian and, where they stand, English. */
export const textSchema: z.ZodType<Text> = strictObject(
  {
    id: filledSchema.meta({ description: "Bahasa Indonesia / Indonesian" }),
    en: z.exactOptional(
      filledSchema.meta({ description: "Bahasa Inggris, boleh tidak ada / English, optional" }),
    ),
  },
  "text",
).meta({ description: "Teks dalam dua bahasa / A text in two languages" });
