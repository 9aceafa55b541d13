import { openEmbeddedDatabase } from "../../db/embedded/open-embedded-database";
import { persistRolePasswords } from "../../db/embedded/persist-role-passwords";
import { migrate } from "../../db/migrate";
import type { Environment } from "../env";
import { RungError } from "../errors";
import { makeDataFolder } from "./make-data-folder";

type Role = "owner" | "worker" | "web" | "audit";

export interface OpenDatabase {
  /** True for the PostgreSQL in the data folder, false for one named in the settings. */
  embedded: boolean;
  /**
   * The connection string of a role. Throws `not_configured` if the settings name a database but give no address for this role.
   */
  addressOf(role: Role): string;
  /** Stops the embedded database unless another process still uses it; does nothing to any other database. */
  close(): Promise<void>;
  /** Resolves when the embedded database has gone away; never for any other database. */
  lost: Promise<void>;
}

const settingOf = {
  owner: "DATABASE_URL",
  worker: "WORKER_DATABASE_URL",
  web: "WEB_DATABASE_URL",
  audit: "AUDIT_DATABASE_URL",
} as const;

/**
 * The database that the settings name or, if they name none, the embedded one: started, or joined if it is already running, and
 * migrated. `log` takes lines for people.
 */
export async function openDatabaseAddresses(
  environment: Environment,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  const given: Partial<Record<Role, string>> = {
    owner: environment.databaseUrl,
    worker: environment.workerDatabaseUrl,
    web: environment.webDatabaseUrl,
    audit: environment.auditDatabaseUrl,
  };
  if (Object.values(given).some((url) => url !== undefined)) return named(given);
  await makeDataFolder(environment.dataDir);
  const database = await openEmbeddedDatabase({ dataDir: environment.dataDir, log });
  const { ownerUrl: owner, workerUrl: worker, webUrl: web, auditUrl: audit } = database;
  const addresses = { owner, worker, web, audit };
  return {
    embedded: true,
    addressOf: (role) => addresses[role],
    close: database.stop,
    lost: database.lost,
  };
}

/** Migrates the database that DATABASE_URL names, and fills in the role addresses that the settings leave out. */
export async function migrateNamedDatabase(environment: Environment): Promise<OpenDatabase> {
  const owner = environment.databaseUrl;
  if (owner === undefined) throw missing("owner");
  await makeDataFolder(environment.dataDir);
  const stored = await persistRolePasswords(environment.dataDir);
  const rolePasswords = {
    worker: passwordIn(environment.workerDatabaseUrl) ?? stored.worker,
    web: passwordIn(environment.webDatabaseUrl) ?? stored.web,
    audit: passwordIn(environment.auditDatabaseUrl) ?? stored.audit,
  };
  const urls = await migrate({ ownerUrl: owner, rolePasswords });
  return named({
    owner,
    worker: environment.workerDatabaseUrl ?? urls.workerUrl,
    web: environment.webDatabaseUrl ?? urls.webUrl,
    audit: environment.auditDatabaseUrl ?? urls.auditUrl,
  });
}

function named(addresses: Partial<Record<Role, string>>): OpenDatabase {
  return {
    embedded: false,
    addressOf(role) {
      const address = addresses[role];
      if (address === undefined) throw missing(role);
      return address;
    },
    close: async () => {},
    lost: new Promise(() => {}),
  };
}

function missing(role: Role): RungError {
  return new RungError(
    "not_configured",
    `${settingOf[role]} is not set, although another database address is.`,
    "`npm run -s rung -- migrate` with DATABASE_URL prints what to set. With none of them set, the embedded database is used.",
  );
}

function passwordIn(url: string | undefined): string | undefined {
  return (url && decodeURIComponent(new URL(url).password)) || undefined;
}
