import { z } from "zod";
import type { Base } from "./base";
import { submissionNames } from "./base";
import type { Eyes, Seen } from "./observe-answers";
import { withoutHashes } from "./without-hashes";

type Ask = (input: unknown) => Promise<unknown>;
interface Procedure {
  _def: { type: "query" | "mutation" | "subscription"; inputs: z.ZodType[] };
}

/** Asks every query of the pages' calls as everybody: found in the router, with inputs made from its schema. */
export async function observeProcedures(base: Base): Promise<Seen> {
  const { appRouter, createCaller } = await import("@/server/api/root");
  const { contextOf } = await import("@/server/api/context");
  const { explainError } = await import("@/server/api/explain-error");
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  const seen: Seen = new Map();
  for (const eyes of ["anybody", "ada", "bob"] satisfies Eyes[]) {
    const headers = new Headers({ host: "127.0.0.1:3000" });
    if (eyes !== "anybody") headers.set("authorization", `Bearer ${base.people[eyes].token}`);
    const caller = createCaller(await contextOf({ method: "GET", headers }));
    for (const [path, { _def }] of procedures) {
      if (_def.type !== "query") continue;
      const ask = path
        .split(".")
        .reduce<unknown>((of, name) => (of as Record<string, unknown>)[name], caller) as Ask;
      for (const input of inputsOf(path, _def.inputs[0], base)) {
        const answer = await ask(input).catch((error: unknown) => {
          const { code, message, hint } = explainError(error);
          if (code === "something_broke") throw error;
          return { code, message, hint };
        });
        const told = JSON.stringify(await wholeOf(answer)) ?? "nothing";
        seen.set(`${eyes}: ${path} ${JSON.stringify(input)}`, withoutHashes(told));
      }
    }
  }
  return seen;
}

/** An answer that comes in pages, with all of them. */
async function wholeOf(answer: unknown): Promise<unknown> {
  if (typeof answer !== "object" || answer === null || !(Symbol.asyncIterator in answer)) return answer;
  const pages: unknown[] = [];
  for await (const page of answer as AsyncIterable<unknown>) pages.push(page);
  return pages;
}

/** Inputs of a procedure: what it needs from what the base holds, and each choice of a listed field, one by one. */
function inputsOf(path: string, schema: z.ZodType | undefined, base: Base): unknown[] {
  if (!schema) return [undefined];
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, { enum?: string[] }>;
    required?: string[];
  };
  const { properties = {}, required = [] } = described;
  const needed = required.reduce<Record<string, string>[]>(
    (inputs, name) =>
      inputs.flatMap((input) => valuesOf(path, name, base).map((value) => ({ ...input, [name]: value }))),
    [{}],
  );
  const choices = Object.entries(properties).flatMap(([name, { enum: values = [] }]) =>
    values.map((value) => ({ [name]: value })),
  );
  const sets = "testSet" in properties ? [{ testSet: "New" }, { testSet: "Other" }] : [];
  const [first] = needed;
  return [...needed, ...[...choices, ...sets].map((choice) => ({ ...first, ...choice }))];
}

/** A field of another name that a procedure needs has to be taught here. */
function valuesOf(path: string, name: string, base: Base): string[] {
  if (name === "slug" || name === "benchmark") return [base.benchmark.slug];
  if (name === "id") {
    const reference = path.startsWith("entries.") ? [base.referenceId] : [];
    return [...submissionNames.map((submission) => base.ids[submission]), ...reference];
  }
  if (name === "pool") return [base.benchmark.pool.id];
  if (name === "line") return ["1", "12"];
  if (name === "originalAccuracy") return ["0.8"];
  if (name === "upload") return ["0".repeat(32)];
  throw new Error(`the harness does not know what to give ${path} as ${name}`);
}
