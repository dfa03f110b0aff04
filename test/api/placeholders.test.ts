import { expect, it } from "vitest";
import { describeService } from "../../src/api/services/describe.ts";
import { listServices } from "../../src/api/services/list.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const pack = packOf({
  facts: { open: fact({ type: "boolean" }) },
  parameters: {
    price: {
      type: "money",
      label: { id: "Harga" },
      sources: [],
      values: [{ from: "2026-01-01", value: 16_800, provenance: "assumed" }],
    },
  },
  policies: {
    "2026-01-01": policy(
      [
        requirement(
          "buka",
          { fact: "open", operator: "equal", value: true },
          { title: { id: "Buka pada {asOf}" } },
        ),
      ],
      { title: { id: "Harga {parameter.price}" }, contact: { id: "Sebelum {asOf}" } },
    ),
  },
});

it("the service routes fill the placeholders of titles and contacts", () => {
  const [listed] = listServices(pack, "2026-11-22", "id");
  const described = describeService(pack, SERVICE, "2026-11-22", "id");
  expect([
    listed?.title,
    described.title,
    described.contact,
    described.requirements[0]?.title,
  ]).toEqual([
    "Harga Rp16.800",
    "Harga Rp16.800",
    "Sebelum 22 November 2026",
    "Buka pada 22 November 2026",
  ]);
});
