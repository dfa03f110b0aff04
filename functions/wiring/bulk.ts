import type { AthenaClient } from "@aws-sdk/client-athena";
import { createAthenaClient } from "../../src/athena/client.ts";
import type { BulkBucket, FileLink } from "../../src/athena/files.ts";
import { type Environment, readSettings, SETTINGS } from "./settings.ts";

/** What other functions never read, and so carry no words for. */
const BULK_SETTINGS = {
  LAYAK_BULK_WORKGROUP: "the workgroup of Athena in which whole files are decided",
  LAYAK_BULK_DATABASE: "the database of AWS Glue that describes those files",
  LAYAK_BULK_BUCKET: "the bucket into which they are put",
};

type BulkSettingName = keyof typeof SETTINGS | keyof typeof BULK_SETTINGS;

/** @throws SettingsMissing */
export function readBulkSettings<Name extends BulkSettingName>(
  environment: Environment,
  names: readonly Name[],
): (name: Name) => string {
  return readSettings<BulkSettingName>(environment, names, { ...SETTINGS, ...BULK_SETTINGS });
}

/** A client of Athena, or of what stands in for it where the environment names that. */
export function athenaFrom(environment: Environment, region: string): AthenaClient {
  const endpoint = environment["LAYAK_ATHENA_ENDPOINT"];
  return createAthenaClient({ region, ...(endpoint !== undefined && { endpoint }) });
}

/** What is asked of the bucket. */
export interface BulkFiles {
  readonly holdsFiles: (prefix: string, signal: AbortSignal) => Promise<boolean>;
  readonly linksTo: (
    prefix: string,
    seconds: number,
    signal: AbortSignal,
  ) => Promise<readonly FileLink[]>;
}

/** The bucket, whose client is loaded when something is first asked of it: most looks need none. */
export function bulkBucket(environment: Environment, region: string, bucket: string): BulkFiles {
  const endpoint = environment["LAYAK_S3_ENDPOINT"];
  const local = endpoint === undefined ? {} : { endpoint, forcePathStyle: true };
  let loading: ReturnType<typeof load> | null = null;
  const load = async () => {
    const [{ S3Client }, files] = await Promise.all([
      import("@aws-sdk/client-s3"),
      import("../../src/athena/files.ts"),
    ]);
    const place: BulkBucket = { s3: new S3Client({ region, ...local }), bucket };
    return { place, ...files };
  };
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  return {
    holdsFiles: async (prefix, signal) => {
      const { place, holdsFiles } = await loaded();
      return await holdsFiles(prefix, place, signal);
    },
    linksTo: async (prefix, seconds, signal) => {
      const { place, linksTo } = await loaded();
      return await linksTo(prefix, seconds, place, signal);
    },
  };
}
