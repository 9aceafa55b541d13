import { describe, expect, test } from "vitest";
import { typeErrorsAfter } from "../../fixtures/type-errors-after";

/** Each test checks the types of the whole program. */
const replacing = (from: string, to: string) => (source: string) => source.replace(from, to);

describe("the type checker", () => {
  test("names what must know of a new kind of line: whether it moves ladders, and what it records", () => {
    const added = 'withoutSecret("note", z.strictObject({ submission: id })),\n  withoutSecret("token"';
    expect(
      typeErrorsAfter({ "server/audit-log/line-schema.ts": replacing('withoutSecret("token"', added) }),
    ).toEqual(["app/audit/log/line-words.ts", "server/audit-log/replay/replay-line.ts"]);
  });

  test("refuses a line with a field misspelt, a field missing, a secret missing, or a kind that there is not; and a search for such a kind", () => {
    expect(
      typeErrorsAfter({
        "server/audit/meters/pool-meters.ts": replacing('"quota-refusal" satisfies', '"quota" satisfies'),
        "server/submissions/withdraw-submission.ts": replacing(
          "team: ctx.viewer.teamId }",
          "taem: ctx.viewer.teamId }",
        ),
        "server/submissions/acts/let-out.ts": replacing("team: teamId,", ""),
        "server/submissions/evaluation/fail-submission.ts": replacing(
          "secret: { message: input.explanation.message },",
          "",
        ),
        "server/submissions/release/step-pool.ts": replacing("...step.trace,", ""),
        "server/teams/create-token.ts": replacing('kind: "token"', 'kind: "tokens"'),
      }),
    ).toEqual([
      "server/audit/meters/pool-meters.ts",
      "server/submissions/acts/let-out.ts",
      "server/submissions/evaluation/fail-submission.ts",
      "server/submissions/release/step-pool.ts",
      "server/submissions/withdraw-submission.ts",
      "server/teams/create-token.ts",
    ]);
  });
});
