import { TRPCError } from "@trpc/server";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { explainError } from "@/server/api/explain-error";
import { log } from "@/server/api/log";
import { RungError } from "@/server/errors";

const logged = vi.spyOn(log(), "error").mockImplementation(() => {});

test("what we know keeps its words, through every transport", () => {
  const known = new RungError("too_late", "It has begun.", "Wait.");
  expect(explainError(known)).toBe(known);
  expect(explainError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: known }))).toBe(known);
});

test("an input that does not fit names the field", () => {
  const { error } = z.object({ preprocessing: z.object({ crop_pct: z.number() }) }).safeParse({
    preprocessing: { crop_pct: "big" },
  });
  const words = explainError(new TRPCError({ code: "BAD_REQUEST", cause: error }));
  expect(words.code).toBe("bad_input");
  expect(words.message).toContain("preprocessing.crop_pct: ");
  expect(words.problems).toMatchObject([{ where: "preprocessing.crop_pct", count: 1 }]);
});

test("an output that does not fit is our fault, not the asker's, and its fields are not told", () => {
  const { error } = z.object({ correct: z.null() }).safeParse({ correct: 7731 });
  const words = explainError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error }));
  expect(words.code).toBe("something_broke");
  expect(words.message).not.toContain("correct");
});

test("anything else is logged whole, once, and told with the id alone", () => {
  logged.mockClear();
  const cause = new Error("password=hunter2 at 10.0.0.3");
  const first = explainError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
  expect(explainError(cause)).toBe(first);
  expect(first.code).toBe("something_broke");
  expect(first.message).not.toContain("hunter2");
  expect(logged).toHaveBeenCalledOnce();
  const [fields] = logged.mock.calls[0] as unknown as [{ err: Error; id: string }];
  expect(fields.err).toBe(cause);
  expect(first.message).toContain(fields.id);
});
