import postgres from "postgres";
import { SUPERUSER } from "./create-cluster";

/** An arbitrary number; leases are taken in the database `postgres`, where nobody else takes locks. */
const LEASE = 7_864;

export interface Lease {
  /** Returns the lease; true if it was the last one, and then nobody else can take one from this server. */
  release(): Promise<boolean>;
  end(): Promise<void>;
  /** Resolves when the server has gone away. */
  lost: Promise<void>;
}

/**
 * Tells the server that this process uses it, for as long as the process lives: a shared advisory lock on a connection of its
 * own. The last process to leave stops the server. Also makes sure that the database `rung` exists. Rejects if the server cannot
 * be reached or is shutting down.
 */
export async function takeLease(port: number, password: string): Promise<Lease> {
  const { promise: lost, resolve: tellLost } = promiseWithResolver();
  const sql = postgres({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password,
    database: "postgres",
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    connection: { application_name: "rung lease" },
    onnotice: () => {},
    onclose: () => tellLost(),
  });
  try {
    await sql`select pg_advisory_lock_shared(${LEASE}::bigint)`;
    await createDatabase(sql);
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  return {
    lost,
    async release() {
      try {
        await sql`select pg_advisory_unlock_shared(${LEASE}::bigint)`;
        const [row] = await sql<{ last: boolean }[]>`select pg_try_advisory_lock(${LEASE}::bigint) as last`;
        return row?.last === true;
      } catch {
        return false;
      }
    },
    end: async () => await sql.end({ timeout: 1 }),
  };
}

async function createDatabase(sql: postgres.Sql): Promise<void> {
  const found = await sql`select 1 from pg_database where datname = 'rung'`;
  if (found.length > 0) return;
  await sql`create database rung`.catch((error: { code?: string }) => {
    // Another process was first: 42P04 means that it exists, 23505 that it is being created.
    if (error.code !== "42P04" && error.code !== "23505") throw error;
  });
}

function promiseWithResolver() {
  let resolve!: () => void;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
