import { expect, test } from "vitest";
import { citeBenchmark, citeEntry } from "@/server/leaderboards/cite";

const at = new Date("2026-03-04T05:06:07Z");
const url = "https://rung.example.org/entries/1";
const benchmark = { slug: "cifar-10", name: "CIFAR-10" } as Parameters<
  typeof citeEntry
>[0]["entry"]["benchmark"];

const entry = {
  id: "12345678-0000-4000-8000-000000000000",
  name: "wide_resnet {50% off}",
  teamName: "Ada & Co",
  source: null,
  year: 2025,
  original: null,
  new: null,
  held: true,
  rung: 0.63,
  benchmark,
};

test("a benchmark is cited with its name, address and the day it was looked at", () => {
  expect(citeBenchmark({ benchmark, url, at })).toBe(
    "@misc{rung-cifar-10,\n  author = {{Rung}},\n  title = {{CIFAR-10} leaderboard},\n  year = {2026},\n" +
      "  howpublished = {\\url{https://rung.example.org/entries/1}},\n  note = {accessed 2026-03-04}\n}\n",
  );
});

test("a name cannot end its field or begin a command", () => {
  const cited = citeEntry({ entry, url, at });
  expect(cited).toContain("title = {{wide\\_resnet 50\\% off} on the {CIFAR-10} leaderboard}");
  expect(cited).toContain("author = {{Ada \\& Co}}");
  expect(cited.match(/\{/g)).toHaveLength(cited.match(/\}/g)!.length);
});

test("an address cannot end its field", () => {
  const cited = citeBenchmark({ benchmark, url: "https://rung.example.org/?search={a} b", at });
  expect(cited).toContain("howpublished = {\\url{https://rung.example.org/?search=%7Ba%7D%20b}}");
});

test("a held entry is cited at its rung, and without a score of its own", () => {
  expect(citeEntry({ entry, url, at })).toContain("note = {held at 63.0 \\%; accessed 2026-03-04}");
});
