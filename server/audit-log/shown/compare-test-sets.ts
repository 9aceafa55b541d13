import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { pools, testSets, testSetVersions } from "../../../db/schema";
import type { LineOf } from "../line-schema";
import { linesOfKind } from "../logged-line";
import { leadsElsewhere } from "./leads-elsewhere";

type Fields = LineOf<"test-set">["public"];
type Import = Extract<Fields, { digest: string }>;
type Logged = { id: number; at: Date; fields: Fields };

/**
 * Checks that test sets, their versions and their pools are those that the log tells of. Sets of published results alone have no
 * version; what is published on them is checked with its benchmark.
 * @returns what does not agree, in words, or null
 */
export async function compareTestSets(db: Database): Promise<string | null> {
  const lines: Logged[] = (await linesOfKind(db, "test-set")).map(({ id, at, line }) => ({
    id,
    at,
    fields: line.public,
  }));
  return (await compareVersions(db, lines)) ?? (await comparePools(db, lines));
}

async function compareVersions(db: Database, lines: Logged[]): Promise<string | null> {
  const rows = await db
    .select({ version: testSetVersions, testSet: testSets })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId));
  for (const { version, testSet } of rows) {
    const own = lines.filter(({ fields }) => isOf(fields, testSet));
    const logged = own.find(({ fields }) => isImport(fields) && fields.version === version.id);
    if (!logged || !isImport(logged.fields)) return `no line tells of the version ${version.id}`;
    const { digest, images, auditImages, number } = logged.fields;
    const told = { digest, images, auditImages, number };
    const problem =
      leadsElsewhere({ table: "test_set_versions", line: logged.id, row: version, told }) ??
      compareState(own, version) ??
      compareTestSet(own, testSet);
    if (problem) return problem;
  }
  return null;
}

/** The last line that imported or activated a version, or retired the set, says which version is active. */
function compareState(own: Logged[], row: typeof testSetVersions.$inferSelect): string | null {
  const last = own.at(-1)!;
  const active = "retired" in last.fields ? null : last.fields.version;
  const told = { state: row.id === active ? ("active" as const) : ("retired" as const) };
  if (row.state === "draft" && told.state === "retired") return null;
  return leadsElsewhere({ table: "test_set_versions", line: last.id, row, told });
}

function compareTestSet(own: Logged[], row: typeof testSets.$inferSelect): string | null {
  const imports = own.filter((logged): logged is Logged & { fields: Import } => isImport(logged.fields));
  const last = imports.at(-1)!;
  const { role, pool: poolId } = last.fields;
  const made = imports.findLast(({ fields }) => fields.primary);
  const since = made?.at ?? (imports.some(({ fields }) => fields.primary === undefined) ? undefined : null);
  const [{ description }] = [imports[0]!.fields];
  const told = { role, poolId, primarySince: since, description };
  return leadsElsewhere({ table: "test_sets", line: (made ?? last).id, row, told });
}

async function comparePools(db: Database, lines: Logged[]): Promise<string | null> {
  for (const row of await db.select().from(pools)) {
    const own = lines.filter(({ fields }) => fields.pool === row.id);
    const made = own.find(({ fields }) => isImport(fields));
    if (!made || !isImport(made.fields)) return `no line tells of the pool ${row.id}`;
    const retired = own.find(({ fields }) => "retired" in fields);
    const problem =
      leadsElsewhere({ table: "pools", line: made.id, row, told: { ...toldOf(made.fields) } }) ??
      leadsElsewhere({
        table: "pools",
        line: (retired ?? made).id,
        row,
        told: { retiredAt: retired?.at ?? null, benchmarkId: made.fields.benchmark },
      });
    if (problem) return problem;
  }
  return null;
}

function toldOf({ terms }: Import) {
  if (!terms) return {};
  const { name, lifetime, firstReleaseBudget, teamBias } = terms;
  return {
    name,
    lifetime,
    firstReleaseBudget,
    teamBias,
    policy: terms.policy as typeof pools.$inferSelect.policy,
  };
}

function isImport(fields: Fields): fields is Import {
  return "digest" in fields;
}

function isOf(fields: Fields, { benchmarkId, name }: typeof testSets.$inferSelect): boolean {
  if (fields.benchmark !== benchmarkId) return false;
  return "retired" in fields ? fields.retired.includes(name) : fields.testSet === name;
}
