import * as z from "zod";
import type { Computation, Operation, Rounding, Term } from "../../engine/model/compute.ts";
import { strictObject } from "./strict.ts";

const operationSchema: z.ZodType<Operation> = z
  .enum([
    "sum",
    "difference",
    "product",
    "quotient",
    "minimum",
    "maximum",
    "count",
    "monthsBetween",
    "yearsBetween",
  ])
  .meta({
    description:
      "jumlah, selisih, hasil kali, hasil bagi, terkecil, terbesar, banyaknya isi, bulan penuh, tahun penuh / sum, difference, product, quotient, minimum, maximum, count of items, whole months, whole years",
  });

const roundingSchema: z.ZodType<Rounding> = z.enum(["down", "up", "half-up", "half-even"]).meta({
  description:
    "Pembulatan: ke arah nol, menjauhi nol, terdekat (setengah menjauhi nol), terdekat (setengah ke genap) / Rounding: towards zero, away from it, nearest with halves away from zero, nearest with halves to the even one",
});

const termSchema: z.ZodType<Term> = z.lazy(() =>
  z.union([
    z.number(),
    strictObject({ fact: z.string() }),
    strictObject({ over: z.string(), fact: z.string() }),
    computationSchema,
  ]),
);

/** An expression over facts and parameters. */
export const computationSchema: z.ZodType<Computation> = strictObject({
  operation: operationSchema,
  of: z
    .array(termSchema)
    .min(1)
    .meta({ description: "Suku-sukunya, berurutan / The terms, in order" }),
  scale: z.exactOptional(z.int().min(0).max(6)),
  rounding: z.exactOptional(roundingSchema),
});
