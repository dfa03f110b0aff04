import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../support/browser.ts";
import { layak } from "../support/layak.ts";

/** An invented NIK; no district has the number 99. */
function nikOf(person: number): string {
  return `3673991204${String(850_000 + person)}`;
}

/** Sixty people of three offices, of whom the first are protected; of DLH all but three. */
function rosterOf(covered: number): string {
  const rows = Array.from({ length: 60 }, (_, person) => {
    const opd = person < 20 ? "Dishub" : person < 40 ? "Dinkes" : "DLH";
    const isCovered = person < covered || person > 42;
    return `${nikOf(person)},${isCovered ? "AKTIF,JKK+JKM" : "NONAKTIF,"},,BPU,${opd}`;
  });
  return `${["nik,status,programmes,paid_through,segment,opd", ...rows].join("\n")}\n`;
}

const folder = mkdtempSync(join(tmpdir(), "layak-"));
const address = pathToFileURL(join(folder, "page.html")).href;
let browser: Browser;

beforeAll(async () => {
  const rosters = [5, 10].map((covered, month) => {
    const path = join(folder, `${month}.csv`);
    writeFileSync(path, rosterOf(covered));
    return ["--roster", `2026-1${month}=${path}`];
  });
  const html = join(folder, "page.html");
  const { code } = await layak(["coverage", ...rosters.flat(), "--lang", "en", "--html", html]);
  expect(code).toBe(0);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page as somebody opens it, and every address that it asks for. */
async function opened(
  settings: Parameters<Browser["newPage"]>[0] = {},
): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
  const page = await browser.newPage(settings);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, asked };
}

/** The words of every element that can be seen. */
async function seen(page: Page, selector: string): Promise<readonly string[]> {
  return await page.locator(selector).filter({ visible: true }).allInnerTexts();
}

describe("the coverage page in a browser", () => {
  it("asks for nothing but itself", async () => {
    const { asked } = await opened();
    expect(asked).toEqual([address]);
  });

  it("shows one language, and the other by a switch that keys reach", async () => {
    const { page } = await opened();
    expect(await seen(page, "h1")).toEqual(["Protection of workers"]);
    await page.getByLabel("Indonesia").check();
    expect(await seen(page, "h1")).toEqual(["Perlindungan pekerja"]);
    await page.keyboard.press("ArrowDown");
    expect(await seen(page, "h1")).toEqual(["Protection of workers"]);
  });

  it("draws a bar for each row that can be told, as long as its share, and a line of the months", async () => {
    const { page } = await opened();
    const months = page.locator(".page-en svg.trend");
    expect(await months.locator("circle.protected").count()).toBe(2);
    expect(await months.locator("line.protected").count()).toBe(1);
    const offices = page.locator(".page-en section", { hasText: "By city office" });
    const shares = await offices.locator(".bar").evaluateAll((bars) =>
      bars.map((bar) => {
        const [name, share] = [bar.querySelector("span"), bar.querySelector("b")];
        const width = bar.querySelector("rect.protected")?.getBoundingClientRect().width ?? 0;
        const whole = bar.querySelector("svg")?.getBoundingClientRect().width ?? 1;
        return [name?.textContent, share?.textContent, Math.round((100 * width) / whole)];
      }),
    );
    expect(shares).toEqual([
      ["DLH", "•", 0],
      ["Dinkes", "•", 0],
      ["Dishub", "50%", 50],
      ["All", "45%", 45],
    ]);
  });

  it("gives its tables heads, and a line a row, on a telephone too", async () => {
    const { page } = await opened({ viewport: { width: 360, height: 740 } });
    const table = page.getByRole("region", { name: "By city office (OPD), November 2026" });
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual([
      ...["people", "protected", "per cent", "not protected", "change"],
    ]);
    const row = table.getByRole("row", { name: "Dishub" });
    expect(await row.getByRole("rowheader").allInnerTexts()).toEqual(["Dishub"]);
    expect(await row.getByRole("cell").allInnerTexts()).toEqual(["20", "10", "50%", "10", "+5"]);
    // The table moves sideways by itself, and not the page with it.
    const fits = (element: { scrollWidth: number; clientWidth: number }) =>
      element.scrollWidth <= element.clientWidth;
    expect(await page.locator("html").evaluate(fits)).toBe(true);
  });

  it.each(["light", "dark"] as const)("has words that stand out in %s", async (colorScheme) => {
    const { page } = await opened({ colorScheme });
    const [words = [], paper = []] = await Promise.all(
      ["color", "backgroundColor"].map(async (key) => {
        const colour = await page.evaluate<string>(`getComputedStyle(document.body).${key}`);
        return (colour.match(/\d+/g) ?? []).map(Number);
      }),
    );
    expect(contrast(words, paper)).toBeGreaterThan(7);
  });

  it("prints one language on A4, without the switch", async () => {
    const { page } = await opened();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("form.language").isVisible()).toBe(false);
    expect(await seen(page, "h1")).toEqual(["Protection of workers"]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  });
});

/** How much brighter one colour is than another, as WCAG measures it. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, bright = 0] = [one, other].map(luminance).toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
