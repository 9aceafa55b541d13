import type { Page } from "@playwright/test";

/** The page of a benchmark: the interactive figure and the table under it. */
export async function benchmarkPage(page: Page, path: string) {
  await page.goto(path);
  const figure = page.getByRole("application");
  return {
    figure,
    tooltip: page.locator(".tooltip"),
    names: page.locator("tbody th a"),
    row: (name: string) => page.getByRole("row").filter({ hasText: name }),
    linkTo: (name: string) => page.getByRole("row").filter({ hasText: name }).getByRole("link").first(),
    ticks: () => figure.locator(".recharts-cartesian-axis-tick-value").allTextContents(),
    /** Draws a rectangle between two places, each as shares of the figure's width and height. */
    async drag({ from, to }: { from: [number, number]; to: [number, number] }) {
      const box = (await figure.boundingBox())!;
      const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
      await page.mouse.move(...at(from));
      await page.mouse.down();
      await page.mouse.move(...at(to), { steps: 5 });
      await page.mouse.up();
    },
  };
}
