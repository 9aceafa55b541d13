import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { fetchTimmResults } from "@/server/references/fetch-timm-results";

let server: Server | null = null;
afterEach(async () => {
  await stop();
});

async function stop() {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = null;
}

async function serve(pages: Record<string, string>): Promise<string> {
  const made = createServer((request, response) => {
    const page = pages[request.url!];
    response.statusCode = page === undefined ? 404 : 200;
    response.end(page);
  });
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  server = made;
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/results`;
}

const file = "model,img_size,top1\n";

test("both files are fetched by name from the folder", async () => {
  const from = await serve({
    "/results/results-imagenet.csv": `${file}original`,
    "/results/results-imagenetv2-matched-frequency.csv": `${file}new`,
  });
  expect(await fetchTimmResults(from)).toEqual([
    { name: "results-imagenet.csv", text: `${file}original` },
    { name: "results-imagenetv2-matched-frequency.csv", text: `${file}new` },
  ]);
});

test("where one is missing or is no list of results, there is an error that says which and why", async () => {
  const missing = await serve({ "/results/results-imagenet.csv": file });
  await expect(fetchTimmResults(missing)).rejects.toMatchObject({
    code: "bad_input",
    message: expect.stringContaining("matched-frequency.csv cannot be downloaded: status 404"),
  });
});

test("a page in place of the file is refused", async () => {
  const from = await serve({
    "/results/results-imagenet.csv": "<html>sign in</html>",
    "/results/results-imagenetv2-matched-frequency.csv": file,
  });
  await expect(fetchTimmResults(from)).rejects.toThrow("the file is not a list of results");
});

test("without a network the error names the address and a way out", async () => {
  const from = await serve({});
  await stop();
  await expect(fetchTimmResults(from)).rejects.toMatchObject({
    message: expect.stringContaining("cannot be downloaded"),
    hint: expect.stringContaining("--from"),
  });
});
