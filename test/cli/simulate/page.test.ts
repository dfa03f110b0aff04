import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf, inventedPeople } from "../../bulk/people.ts";
import { openBrowser } from "../../support/browser.ts";
import { temporaryFolder, write } from "../../support/files.ts";
import { layak } from "../support/layak.ts";

const HOSTILE = `<img src="https://evil.example/x" onerror=alert(1)>`;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

/** A report about two districts, one of which has markup for its name. */
async function reportPage(): Promise<string> {
  const folder = temporaryFolder();
  const [header = "", ...rows] = csvOf(inventedPeople(400)).trimEnd().split("\n");
  const cell = `"${HOSTILE.replaceAll('"', '""')}"`;
  const lines = rows.map((row, place) => `${row},${place % 2 === 0 ? "Curug" : cell}`);
  write(folder, "people.csv", [`${header},kecamatan`, ...lines, ""].join("\n"));
  const path = join(folder, "report.html");
  const { code, err } = await layak([
    ...["simulate", "kota-serang/sewa-kios", "--in", join(folder, "people.csv"), "--html", path],
    ...["--from", "2024-10-01", "--to", "2026-01-01", "--as-of", "2026-11-22"],
    ...["--by", "kecamatan,coverage.status"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  return path;
}

describe("the page of a simulation", () => {
  it("shows one language at a time, charts drawn, and asks nobody for anything", async () => {
    const path = await reportPage();
    const page = await browser.newPage();
    const asked: string[] = [];
    const troubles: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("dialog", (dialog) => troubles.push(dialog.message()));
    await page.goto(`file://${path}`);
    const heading = page.locator("h1:visible");
    expect(await heading.allTextContents()).toEqual(["Simulasi perubahan aturan: Sewa kios pasar"]);
    await page.getByText("English").click();
    expect(await heading.allTextContents()).toEqual([
      "Simulation of a change of rules: Market kiosk lease",
    ]);
    const charts = page.locator("main:visible figure svg");
    // How outcomes flow, the causes, and one for each breakdown.
    expect(await charts.count()).toBe(4);
    for (const chart of await charts.all()) {
      const box = await chart.boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      expect(box?.height).toBeGreaterThan(40);
      expect(await chart.locator("path").count()).toBeGreaterThan(1);
    }
    const last = "document.querySelector('.page-en figure svg path:last-of-type')";
    const colour = await page.evaluate(`getComputedStyle(${last}).fill`);
    expect(colour).toMatch(/^rgb/);
    expect(asked).toEqual([`file://${path}`]);
    expect(troubles).toEqual([]);
  }, 120_000);

  it("holds texts as texts, and no script", async () => {
    const path = await reportPage();
    const html = readFileSync(path, "utf8");
    expect(html).not.toMatch(/<script|<img|https?:\/\/(?!www\.w3\.org|evil)/i);
    expect(html).not.toContain(HOSTILE);
    const page = await browser.newPage();
    await page.goto(`file://${path}`);
    expect(await page.locator("img, script, iframe, object").count()).toBe(0);
    const cells = await page.locator("main:visible th[scope=row]").allTextContents();
    expect(cells).toContain(HOSTILE);
  }, 120_000);
});
