import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";

export interface TestServer {
  /** The owner's address; its database is the server's own, not a test's. */
  ownerUrl: string;
  workerUrl: string;
  webUrl: string;
  auditUrl: string;
  template: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const template = "rung_template";

/** One server for the whole run, with a database that is migrated once and copied for each test. */
export default async function setUp(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), "rung-integration-"));
  const server = await startEmbeddedPostgres({
    dataDir,
    log: () => {},
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  const sql = postgres(server.ownerUrl, { max: 1 });
  await sql.unsafe(`create database ${template}`);
  await sql.end();
  const url = new URL(server.ownerUrl);
  url.pathname = `/${template}`;
  const urls = await migrate({ ownerUrl: url.toString() });
  project.provide("testServer", { ownerUrl: server.ownerUrl, ...urls, template });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
