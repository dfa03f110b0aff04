import { readdirSync, readlinkSync } from "node:fs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { temporaryFolder } from "../support/files.ts";
import { sidesOf, simulated } from "./support.ts";

const SIDES = sidesOf(
  { service: "kota-serang/sewa-kios", asOf: "2026-11-22" },
  { from: "2024-10-01", to: "2026-01-01" },
);

describe("a simulation that fails", () => {
  it("leaves no folder behind where the database cannot be opened", async () => {
    const folder = temporaryFolder();
    vi.stubEnv("TMPDIR", folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const running = simulated(SIDES, "p.ndjson", "", { threads: -1 });
    await expect(running).rejects.toThrow(/config/);
    expect(readdirSync(folder).filter((name) => name.startsWith("layak-simulate-"))).toEqual([]);
  });

  it.runIf(process.platform === "linux")("closes a file that it refuses", async () => {
    const opened = () =>
      readdirSync("/proc/self/fd").flatMap((descriptor) => {
        try {
          return readlinkSync(`/proc/self/fd/${descriptor}`);
        } catch {
          return [];
        }
      });
    const running = simulated(SIDES, "open.csv", 'id,lease_kind\na,"BARU\nb,BARU\n');
    await expect(running).rejects.toThrow(/a quotation mark is not closed/);
    expect(opened().filter((path) => path.endsWith("open.csv"))).toEqual([]);
  });
});
