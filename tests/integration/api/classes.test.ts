import { expect } from "vitest";
import { GET as getClasses } from "@/app/api/v1/benchmarks/[slug]/classes/route";
import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { visitor } from "./visitor";
import { webTest } from "./web-test";

const test = webTest();
const ask = visitor();
const two = { slug: "two", name: "Two", classes: ["tench, Tinca tinca", "goldfish"], inputSize: [3, 8, 8] };
const synsets = ["n01440764", "n01443537"];

const create = (ctx: Parameters<typeof createBenchmark>[0]["ctx"], given: object) =>
  createBenchmark({ ctx, input: { ...two, ...given } as Parameters<typeof createBenchmark>[0]["input"] });

test("the class list is in the order of a model's scores, as JSON, as CSV and as the file that `benchmark create` reads", async ({
  site,
}) => {
  await create(site.owner, { synsets });
  const params = { slug: "two" };
  const json = await ask(getClasses, { params });
  expect(await json.json()).toEqual({
    benchmark: "two",
    name: "Two",
    classes: [
      { index: 0, name: "tench, Tinca tinca", synset: "n01440764" },
      { index: 1, name: "goldfish", synset: "n01443537" },
    ],
  });
  const csv = await ask(getClasses, { params, path: "/?format=csv" });
  expect(await csv.text()).toBe(
    'index,name,synset\r\n0,"tench, Tinca tinca",n01440764\r\n1,goldfish,n01443537\r\n',
  );
  const text = await ask(getClasses, { params, path: "/?format=text" });
  expect(text.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await text.text()).toBe("tench, Tinca tinca\ngoldfish\n");
});

test("classes that are no synsets say so with null", async ({ site }) => {
  await create(site.owner, { slug: "plain" });
  const { classes } = await (await ask(getClasses, { params: { slug: "plain" } })).json();
  expect(classes[0]).toEqual({ index: 0, name: "tench, Tinca tinca", synset: null });
});

test("a benchmark whose synsets are not one for each class is refused", async ({ site }) => {
  for (const bad of [["n01440764"], ["n01440764", "tench"]]) {
    await expect(create(site.owner, { slug: "bad", synsets: bad })).rejects.toThrow(/one for each class/);
  }
});

test("an unknown benchmark and an unknown format are problem documents", async () => {
  expect((await ask(getClasses, { params: { slug: "none" } })).status).toBe(404);
  expect((await ask(getClasses, { params: { slug: "two" }, path: "/?format=yaml" })).status).toBe(400);
});
