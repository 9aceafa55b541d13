import { expect } from "vitest";
import { z } from "zod";
import { contextOf } from "@/server/api/context";
import { explainError } from "@/server/api/explain-error";
import { appRouter, createCaller } from "@/server/api/root";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { webTest } from "../web-test";
import { hostileValues } from "./hostile-values";

type Ask = (input: unknown) => Promise<unknown>;
interface Procedure {
  _def: { inputs: z.ZodType[] };
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
const usual: Record<string, unknown> = {
  id: "00000000-0000-4000-8000-000000000000",
  ids: ["00000000-0000-4000-8000-000000000000"],
  pool: "00000000-0000-4000-8000-000000000000",
  upload: "0".repeat(32),
  reason: "because",
  teams: ["nobody"],
  vouched: true,
  verified: true,
  version: 1,
  kind: "account-age",
  value: "365",
};

const test = webTest((site) => ({ AUDIT_DATABASE_URL: site.database.auditUrl }))
  .extend("slug", { scope: "file" }, async ({ site }) => (await makeBenchmark(site)).slug)
  .extend("ask", { scope: "file" }, async ({ site }) => {
    const { token } = await site.person("mary", "maintainer");
    const headers = new Headers({ authorization: `Bearer ${token}` });
    const caller = createCaller(await contextOf({ method: "POST", headers }));
    return (path: string, input: unknown) => {
      const found = path
        .split(".")
        .reduce<unknown>((of, name) => (of as Record<string, unknown>)[name], caller);
      return (found as Ask)(input);
    };
  });

test.for(procedures)("%s is broken by no input", async ([path, { _def }], { slug, ask }) => {
  const fields = fieldsOf(_def.inputs[0]);
  const plain = Object.fromEntries(fields.flatMap((name) => (name in usual ? [[name, usual[name]]] : [])));
  const named = {
    ...plain,
    ...("benchmark" in plain || fields.includes("benchmark") ? { benchmark: slug } : {}),
  };
  const proper = {
    ...named,
    ...(fields.includes("slug") ? { slug } : {}),
    ...(fields.includes("name") ? { name: "a" } : {}),
  };
  const broken: string[] = [];
  const values = fields.length > 0 ? hostileValues : ["\0"];
  const inputs = values.flatMap((value) => [value, ...fields.map((name) => ({ ...proper, [name]: value }))]);
  for (const input of inputs) {
    try {
      await ask(path, input);
    } catch (error) {
      if (explainError(error).code === "something_broke")
        broken.push(`${JSON.stringify(input)?.slice(0, 200)}: ${(error as Error).message.slice(0, 300)}`);
    }
  }
  expect(broken).toEqual([]);
});

function fieldsOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const {
    properties = {},
    oneOf = [],
    anyOf = [],
  } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;
  const all = [properties, ...[...oneOf, ...anyOf].map((one) => one.properties ?? {})];
  return [...new Set(all.flatMap(Object.keys))];
}

interface Shape {
  properties?: Record<string, unknown>;
  oneOf?: Shape[];
  anyOf?: Shape[];
}
