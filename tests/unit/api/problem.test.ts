import { expect, test } from "vitest";
import { problem } from "@/server/api/problem";
import { RungError } from "@/server/errors";

test("an error goes out as a problem document with our code, hint and problems", async () => {
  const response = problem(
    new RungError("quota_spent", "The quota is spent.", "The next is allowed tomorrow.", { problems: [] }),
  );
  expect(response.status).toBe(429);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "The quota is spent",
    status: 429,
    detail: "The quota is spent.",
    code: "quota_spent",
    hint: "The next is allowed tomorrow.",
    problems: [],
  });
});

test.each([
  [59_001, "60"],
  [1, "1"],
  [null, null],
])(
  "whoever may ask again in %s ms is told so in whole seconds, rounded up: %s (RFC 9110)",
  (retryAfterMs, header) => {
    const refusal = new RungError("too_many_requests", "Too many.", "Later.", { retryAfterMs });
    expect(problem(refusal).headers.get("retry-after")).toBe(header);
  },
);

test("whoever must sign in is told how", () => {
  expect(problem(new RungError("sign_in_needed", "Sign in.")).headers.get("www-authenticate")).toBe("Bearer");
});
