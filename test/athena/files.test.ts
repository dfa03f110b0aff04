import { createServer } from "node:http";
import { S3Client } from "@aws-sdk/client-s3";
import { expect, onTestFinished, test } from "vitest";
import { holdsFiles, linksTo } from "../../src/athena/files.ts";
import { close, listen } from "../../src/cli/serve/listen.ts";

/** A bucket that lists one file a page. */
async function pagedBucket(keys: readonly string[]) {
  const asked: (string | null)[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const token = searchParams.get("continuation-token");
    asked.push(token);
    const page = Number(token ?? 0);
    const next = page + 1 < keys.length;
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(
      `<ListBucketResult><IsTruncated>${next}</IsTruncated>${next ? `<NextContinuationToken>${page + 1}</NextContinuationToken>` : ""}<Contents><Key>${keys[page]}</Key><Size>1</Size></Contents></ListBucketResult>`,
    );
  });
  const endpoint = await listen(server, 0);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const s3 = new S3Client({ region: "local", endpoint, credentials, forcePathStyle: true });
  onTestFinished(async () => {
    s3.destroy();
    server.closeAllConnections();
    await close(server);
  });
  return { place: { s3, bucket: "bulk" }, asked };
}

const signal = AbortSignal.timeout(60_000);

test("the links are to all files, also where S3 lists them on several pages", async () => {
  const keys = ["out/a/1/x", "out/a/1/y", "out/a/1/z"];
  const { place, asked } = await pagedBucket(keys);
  const links = await linksTo("out/a/1/", 900, place, signal);
  expect(links.map(({ url }) => new URL(url).pathname)).toEqual(keys.map((key) => `/bulk/${key}`));
  expect(asked).toEqual([null, "1", "2"]);
});

test("one file that Athena reads is enough, and on whatever page it is found", async () => {
  const { place, asked } = await pagedBucket(["in/a/1/_SUCCESS", "in/a/1/x.parquet", "in/a/1/y"]);
  expect(await holdsFiles("in/a/1/", place, signal)).toBe(true);
  expect(asked).toEqual([null, "1"]);
});
