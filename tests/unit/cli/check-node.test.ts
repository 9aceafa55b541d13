import { expect, test } from "vitest";
import { checkNode } from "@/server/cli/check-node";

test.each(["22.12.0", "22.20.1", "24.1.0"])("Node.js %s is what Rung is made for", (version) => {
  expect(checkNode(version)).toBeNull();
});

test.each(["20.19.0", "20.20.2", "21.7.3", "22.11.0"])("Node.js %s still runs, with a warning", (version) => {
  expect(checkNode(version)).toEqual({
    refused: false,
    words: `this is Node.js ${version}; Rung still runs on it, but needs 22.12 or newer, from https://nodejs.org`,
  });
});

test.each(["18.20.0", "20.18.3"])("Node.js %s is refused, with what to install", (version) => {
  expect(checkNode(version)).toEqual({
    refused: true,
    words: `this is Node.js ${version}; Rung does not run on it and needs 22.12 or newer, from https://nodejs.org`,
  });
});
