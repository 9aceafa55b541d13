import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { serverFrames } from "@/app/_components/figure/drawing/server-frames";
import { auditViews } from "@/server/api/answers/audit-csv";
import { openApiDocument } from "@/server/api/openapi";
import { type Base, submissionNames } from "./base";

const app = join(import.meta.dirname, "../../../app");

/** A route or page of the site, found in the tree: a new one is asked without being named here. */
export interface Place {
  /** The module's file. */
  file: string;
  kind: "route" | "page";
  /** As in the OpenAPI document, with the names of its parts: `/api/v1/entries/{id}`. */
  pattern: string;
  /** The files of the layouts around a page, the innermost first. */
  layouts: string[];
}

/** Everything below app/ that answers a request. */
export function placesOfSite(): Place[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)(route\.tsx?|page\.tsx)$/.test(path))
    .sort()
    .map((path) => {
      const parts = path.split("/").slice(0, -1);
      const pattern = parts
        .filter((part) => !part.startsWith("("))
        .map((part) => part.replace(/^\[\[?(?:\.\.\.)?(\w+)\]?\]$/, "{$1}"));
      return {
        file: join(app, path),
        kind: path.endsWith("page.tsx") ? "page" : "route",
        pattern: `/${pattern.join("/")}`,
        layouts: layoutsAbove(parts),
      };
    });
}

function layoutsAbove(parts: string[]): string[] {
  const folders = Array.from({ length: parts.length + 1 }, (_, i) =>
    join(app, ...parts.slice(0, parts.length - i)),
  );
  return folders.map((folder) => join(folder, "layout.tsx")).filter((file) => existsSync(file));
}

/** Answers of a protocol of its own, which say nothing of any score: sign-in, uploads, the pages' calls (asked as procedures). */
const elsewhere = ["/api/auth/{nextauth}", "/api/trpc/{trpc}", "/api/v1/uploads/{path}"];

export interface Address {
  place: Place;
  params: Record<string, string>;
  query: string;
  /** Whether the query has no more than it needs. */
  isPlain: boolean;
}

/** Every address of a place: each of its subjects and, with `choices`, for the first of them each choice that the query offers. */
export function addressesOf(place: Place, base: Base, { choices }: { choices: boolean }): Address[] {
  if (elsewhere.includes(place.pattern) || (isPicture(place) && !choices)) return [];
  const subjects = paramsOf(place, base).slice(0, isPicture(place) ? 1 : undefined);
  const needed = neededQuery(place);
  return subjects.flatMap((params, i) =>
    (choices && i === 0 ? queriesOf(place) : [""]).map((query) => ({
      place,
      params,
      query: [needed, query].filter(Boolean).join("&"),
      isPlain: query === "",
    })),
  );
}

/** A picture is a slow function of the drawing, which is asked for everywhere. */
export const isPicture = ({ pattern }: Place) => pattern.endsWith(".png");

function paramsOf({ pattern }: Place, base: Base): Record<string, string>[] {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return names.reduce<Record<string, string>[]>(
    (found, name) =>
      found.flatMap((params) => valuesOf(name, pattern, base).map((v) => ({ ...params, [name]: v }))),
    [{}],
  );
}

/** What a part of an address can stand for, what worlds differ by first. A part of another name has to be taught here. */
function valuesOf(name: string, pattern: string, base: Base): string[] {
  const others = submissionNames.filter((submission) => submission !== "ada-2");
  const submissions = ["ada-2" as const, ...others].map((submission) => base.ids[submission]);
  if (name === "slug") return [base.benchmark.slug];
  if (name === "id" && pattern.includes("/entries/")) return [...submissions, base.referenceId];
  if (name === "id") return submissions;
  if (name === "line") return ["1", "12"];
  if (name === "pool") return [base.benchmark.pool.id];
  if (name === "view") return [...auditViews];
  if (name === "frame") return Object.keys(serverFrames);
  throw new Error(`the harness does not know what {${name}} of ${pattern} stands for`);
}

interface Parameter {
  name: string;
  required?: boolean;
  schema: Schema;
}
interface Schema {
  enum?: string[];
  const?: string;
  type?: string | string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

const document = openApiDocument() as unknown as {
  paths: Record<string, { get?: { parameters?: (Parameter & { in: string })[] } }>;
};

/** The paths of the OpenAPI document. */
export const documentedPaths = Object.keys(document.paths);

function parametersOf(path: string): Parameter[] {
  return (document.paths[path]?.get?.parameters ?? []).filter((parameter) => parameter.in === "query");
}

const documentedAs = ({ pattern }: Place) => pattern.replace(/^\/api\/v1/, "");

function neededQuery(place: Place): string {
  const needed = parametersOf(documentedAs(place)).filter(({ required }) => required);
  return needed.map((parameter) => `${parameter.name}=${choicesOf(parameter)[0]}`).join("&");
}

/** Exports and pages take what the table's address takes. */
function queriesOf(place: Place): string[] {
  const { pattern, kind } = place;
  const shows = /\{slug\}|\/entries\//.test(pattern);
  const own = parametersOf(documentedAs(place)).filter(({ required }) => !required);
  const parameters = own.length > 0 || !shows ? own : parametersOf("/benchmarks/{slug}/leaderboard");
  const sets = parameters.some(({ name }) => name === "testSet")
    ? ["", "testSet=New", "testSet=Other"]
    : [""];
  const metrics = parameters.some(({ name }) => name === "metric") ? ["", "metric=top5"] : [""];
  const grid = sets.flatMap((set) => metrics.map((metric) => [set, metric].filter(Boolean).join("&")));
  // Pages and pictures are drawn from what the table's address gives: one of each set and metric.
  if (kind === "page" || pattern.endsWith(".png")) return [...new Set([grid[0]!, grid.at(-1)!])];
  const rest = parameters.filter(({ name }) => name !== "testSet" && name !== "metric");
  return [...grid, ...rest.flatMap((parameter) => choicesOf(parameter).map((v) => `${parameter.name}=${v}`))];
}

const words: Record<string, string> = {
  search: "a",
  team: "ada",
  benchmark: "no-such",
  originalAccuracy: "0.8",
};

function choicesOf({ name, schema }: Parameter): string[] {
  const all = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const listed = all.flatMap((one) => one.enum ?? one.const ?? []);
  if (listed.length > 0) return listed;
  if (all.some((one) => [one.type].flat().includes("boolean"))) return ["true"];
  if (words[name]) return [words[name]];
  return [name.startsWith("max") || name.endsWith("To") ? "2030" : "1"];
}
