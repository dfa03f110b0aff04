import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";

/** A browser without a window, from its package: nothing of the machine's own is used. */
export async function openBrowser(): Promise<Browser> {
  return await driver.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    headless: true,
  });
}
