import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

const transformed = (path: string) =>
  !/no-transform/.test(
    proxy(new NextRequest(new URL(path, "http://localhost"))).headers.get("cache-control") ?? "",
  );

test("pages that hold what maintainers alone may see go out whole, those of everybody compressed", () => {
  expect(["/audit", "/audit/log", "/admin", "/admin/submissions/1"].map(transformed)).not.toContain(true);
  expect(["/", "/guard", "/benchmarks/auditory", "/auditing"].map(transformed)).not.toContain(false);
});
