import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";

const ownArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];

/**
 * A browser that is there already: the system's, else Playwright's own, else the one that came as a package. None is downloaded.
 * Root cannot use Chromium's own sandbox, and the tests show it nothing but our site.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const installed = ["/usr/bin/chromium", chromium.executablePath()].find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: ownArguments };
  // It brings the libraries that a bare Debian lacks where it is told that it runs on such a machine.
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  return { executablePath, args: ["--headless=shell", ...ownArguments] };
}
