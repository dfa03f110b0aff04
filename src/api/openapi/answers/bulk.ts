import {
  type Components,
  count,
  date,
  list,
  moment,
  object,
  orNull,
  text,
  word,
} from "../schema.ts";

const RUN: Components = {
  id: text("The run's id. Id putusan massal.", { format: "uuid" }),
  service: text("The service's id."),
  policy: object("The policy that decides. Aturan yang memutuskan.", {
    from: date("Its first day."),
    status: word("Whether it is adopted.", ["pilot", "adopted"]),
    digest: text("Names all that it decides by."),
  }),
  asOf: date("The day decided for."),
  upload: text("The upload's id."),
  startedAt: moment("When it was asked for."),
};

export const BULK_COMPONENTS: Components = {
  BulkRun: object("A run over one upload. Putusan massal atas satu unggahan.", RUN),
  BulkProgress: object(
    "A run, and how far it is. Keadaan putusan massal.",
    {
      ...RUN,
      state: word("How far it is.", ["queued", "running", "succeeded", "failed", "cancelled"]),
      bytesScanned: count("Bytes that Athena has read so far, and charges for."),
    },
    {
      reason: word("Why it failed.", [
        "file-unfit",
        "too-much-scanned",
        "too-slow",
        "too-large",
        "not-allowed",
        "other",
      ]),
      message: text("The same in words, with what to do."),
      endedAt: orNull(moment("When it ended.")),
      rowsRead: orNull(count("Rows of the upload; null while Athena has not counted them.")),
      results: object("The decided rows. Hasilnya.", {
        files: list(
          "Files of Parquet; together they hold each row once, in no order.",
          object("A file.", {
            url: text("Whoever has this link may fetch the file."),
            bytes: count("Its size."),
          }),
        ),
        expiresAt: moment("Until when the links are good."),
      }),
    },
  ),
};
