import { execFile, spawn } from "node:child_process";
import { chmod, chown, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { EmbeddedPostgresError } from "./embedded-postgres-error";
import type { Binaries } from "./locate-binaries";

const run = promisify(execFile);

/** PostgreSQL needs none of our settings and none of the person's locale. */
const surroundings = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
} as unknown as NodeJS.ProcessEnv;

/** The user that PostgreSQL runs as: it refuses to be root. */
export interface Identity {
  prefix: string[];
  uid?: number;
  gid?: number;
}

/** In a user namespace root appears as another user, without creating one; files stay root's. */
const renamedRoot: Identity = { prefix: ["unshare", "-U", "--map-user=1000", "--map-group=1000"] };

/** Starts one of PostgreSQL's programs under an identity. */
export function spawnAs(identity: Identity, command: string[], options: { output: number | "pipe" }) {
  const [program, ...parameters] = [...identity.prefix, ...command];
  return spawn(program!, parameters, {
    stdio: ["ignore", options.output, options.output],
    // Its own session: Ctrl-C in the terminal is for `start`, which stops the database last.
    detached: true,
    cwd: "/",
    env: surroundings,
    ...(identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.gid }),
  });
}

/**
 * An ordinary user runs as themselves. For root: the folder's owner; else root renamed in a user namespace; else the owner of the
 * checkout (as under sudo); else a system user. The folder is given to the one chosen.
 */
export async function chooseIdentity(
  folder: string,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Identity> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = await stat(folder);
  if (owner.uid !== 0) return { prefix: [], uid: owner.uid, gid: owner.gid };
  if (await works(renamedRoot, folder, binaries)) return renamedRoot;
  const checkout = await stat(dirname(binaries.postgres));
  const candidates = [
    async () => (checkout.uid === 0 ? undefined : { uid: checkout.uid, gid: checkout.gid }),
    async () => await systemUser("postgres"),
    async () => {
      log("creating a system user, postgres, because this machine does not allow root user namespaces");
      await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch(
        () => undefined,
      );
      return await systemUser("postgres");
    },
  ];
  for (const find of candidates) {
    const user = await find();
    if (user === undefined) continue;
    await chown(folder, user.uid, user.gid);
    await chmod(dirname(folder), 0o711);
    const identity = { prefix: [], ...user };
    if (await works(identity, folder, binaries)) return identity;
    await chown(folder, 0, 0);
  }
  throw new EmbeddedPostgresError(
    "PostgreSQL refuses to run as root, and no other user here can reach this checkout.",
    "Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own (15 or newer).",
  );
}

async function works(identity: Identity, folder: string, binaries: Binaries): Promise<boolean> {
  const script = 'test -w "$1" && exec "$2" --version';
  const child = spawnAs(identity, ["sh", "-c", script, "sh", folder, binaries.postgres], { output: "pipe" });
  child.stdout?.resume();
  child.stderr?.resume();
  return await new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
}

async function systemUser(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const uid = await run("id", ["-u", name]);
    const gid = await run("id", ["-g", name]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
