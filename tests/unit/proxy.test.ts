import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

/** Whether the page behind the proxy learns that its reader takes gzip. */
function mayBeCompressed(path: string): boolean {
  const headers = { "accept-encoding": "gzip" };
  const passed = proxy(new NextRequest(new URL(path, "http://localhost"), { headers }));
  return passed.headers.get("x-middleware-override-headers")!.split(",").includes("accept-encoding");
}

test("pages that hold what maintainers alone may see go out whole, those of everybody compressed", () => {
  expect(["/audit", "/audit/log", "/admin", "/admin/submissions/1"].map(mayBeCompressed)).not.toContain(true);
  expect(["/", "/guard", "/benchmarks/auditory", "/auditing"].map(mayBeCompressed)).not.toContain(false);
});
