import * as z from "zod";
import type { Text } from "../../engine/model/text.ts";
import { areaSchema, schemaReferenceSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

export interface CityFile {
  readonly $schema?: string;
  readonly label: Text;
  readonly area?: string;
  readonly offices?: Readonly<Record<string, Text>>;
  readonly note?: Text;
}

/** `<city>/city.json`: what the folder is of, and the offices that may apply there. */
export const citySchema: z.ZodType<CityFile> = strictObject({
  $schema: z.exactOptional(schemaReferenceSchema),
  label: textSchema.meta({
    description: "Nama kota, kabupaten atau provinsi / The name of the city, regency or province",
  }),
  area: z.exactOptional(areaSchema),
  offices: z.exactOptional(
    z.record(z.string(), textSchema).meta({
      description:
        "Perangkat daerah menurut kodenya: huruf kecil, angka, tanda hubung / Its offices by code: small letters, digits, hyphens",
    }),
  ),
  note: z.exactOptional(textSchema.meta({ description: "Catatan untuk staf / A note for staff" })),
});
