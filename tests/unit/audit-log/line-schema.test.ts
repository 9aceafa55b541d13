import { describe, expect, test } from "vitest";
import { lineKinds, lineSchema } from "@/server/audit-log/line-schema";

import { submitted, writtenLines } from "./written-lines";

describe("a line of the log", () => {
  test.each(writtenLines)("is taken as it was written: %s", (_, line) => {
    expect(lineSchema.parse(line)).toEqual({ secret: {}, ...line });
  });

  test.each(writtenLines)("is refused with a field more or a field less: %s", (_, line) => {
    const more = { ...line, public: { ...line.public, more: 1 } };
    expect(lineSchema.safeParse(more).success).toBe(false);
    for (const name of Object.keys(line.public)) {
      const { [name as never]: _left, ...less } = line.public;
      expect(lineSchema.safeParse({ ...line, public: less }).success).toBe(false);
    }
    expect(lineSchema.safeParse({ ...line, secret: { ...line.secret, more: 1 } }).success).toBe(false);
  });

  test("may say how many whole steps a submission asks for, one at least", () => {
    const asking = (atLeast: number) => ({
      kind: "submission",
      public: { ...submitted, refused: null, atLeast },
    });
    expect(lineSchema.safeParse(asking(2)).success).toBe(true);
    for (const steps of [0, 1.5]) expect(lineSchema.safeParse(asking(steps)).success).toBe(false);
  });

  test("is tried above in every kind that there is", () => {
    expect([...new Set(writtenLines.map(([, { kind }]) => kind))].sort()).toEqual([...lineKinds].sort());
  });
});
