import { expect, test } from "vitest";
import { refuseOldNode } from "@/server/cli/processes/refuse-old-node";

test.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("Node.js %s is good enough", (version) => {
  expect(() => refuseOldNode(version)).not.toThrow();
});

test.each(["18.20.0", "20.18.3"])("Node.js %s is refused, with what to install", (version) => {
  expect(() => refuseOldNode(version)).toThrow(`This is Node.js ${version}; 20.19 or newer is needed.`);
});
