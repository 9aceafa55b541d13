import { type Browser, type CDPSession, chromium, devices, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/browser";
import { quantile } from "./quantile";

/** A phone on a slow 4G line: a quarter of this machine's speed, 1.6 Mbit/s down, 150 ms there and back. */
const slowPhone = {
  cpu: 4,
  line: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 },
};
const visits = 7;
const hovers = 200;

/**
 * What a reader waits for.
 * @param crowded a page whose figure is loaded on request
 * @param plain one with 1,500 points
 */
export async function measureInBrowser({
  crowded,
  plain,
}: {
  crowded: string;
  plain: string;
}): Promise<void> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const paints: number[] = [];
    for (let i = 0; i < visits; i++) paints.push(await firstPaint(browser, crowded));
    console.log(
      `first contentful paint on a slow phone, ${visits} visits: median ${quantile(paints, 0.5).toFixed(0)} ms, most ${Math.max(...paints).toFixed(0)} ms`,
    );
    const { before, after } = await scriptBytes(browser, crowded);
    console.log(
      `JavaScript before the interactive figure: ${before.toFixed(0)} KB, with it ${after.toFixed(0)} KB`,
    );
    await measureFrames(browser, plain);
  } finally {
    await browser.close();
  }
}

async function firstPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ ...devices["Pixel 7"] });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slowPhone.line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowPhone.cpu });
  await page.goto(address, { waitUntil: "commit" });
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [found] = list.getEntriesByName("first-contentful-paint");
          if (found) resolve(found.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await context.close();
  return paint;
}

/** KB as sent, before the interactive figure is asked for and once it is there. */
async function scriptBytes(browser: Browser, crowded: string): Promise<{ before: number; after: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const bytes = await countScripts(await context.newCDPSession(page));
  await page.goto(crowded);
  await page.waitForTimeout(2_000);
  const before = bytes() / 1024;
  await page.getByRole("button", { name: "Make it interactive" }).click();
  await page.getByRole("application").waitFor();
  const after = bytes() / 1024;
  await context.close();
  return { before, after };
}

async function countScripts(session: CDPSession): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => bytes;
}

async function measureFrames(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.getByRole("application").waitFor();
  const box = (await page.getByRole("application").boundingBox())!;
  const resting = await framesDuring(page, () => page.waitForTimeout(1_000));
  const hovering = await framesDuring(page, async () => {
    for (let i = 0; i < hovers; i++) {
      const share = 0.1 + (0.8 * i) / hovers;
      const height = 1 - share + 0.05 * Math.sin(i);
      await page.mouse.move(box.x + share * box.width, box.y + height * box.height);
    }
  });
  const zooming = await framesDuring(page, async () => {
    for (const name of ["Zoom in", "Zoom in", "Zoom out", "Whole figure", "Zoom in", "Whole figure"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.waitForTimeout(200);
    }
  });
  for (const [name, frames] of Object.entries({ resting, hovering, zooming })) {
    const at = (share: number) => quantile(frames, share).toFixed(1);
    console.log(
      `frames while ${name}, 1,500 points: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`,
    );
  }
  await page.close();
}

/** The times between the frames drawn during something, in ms. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(countFrames);
  await work();
  return await page.evaluate<number[]>("globalThis.frames.splice(1)");
}

/** As text: compiled, it would call what the page does not have. */
const countFrames = `(() => {
  const frames = (globalThis.frames = []);
  let last = performance.now();
  const tick = (now) => {
    if (globalThis.frames !== frames) return;
    frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})()`;
