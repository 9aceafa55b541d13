import postgres from "postgres";
import { describe, expect } from "vitest";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import { refuseStrongRole } from "@/server/cli/processes/refuse-strong-role";
import { sharedFolderTest } from "../../fixtures/shared-folder-test";

const test = sharedFolderTest
  .extend("server", { scope: "file" }, async ({ folder: dataDir }, { onCleanup }) => {
    const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
    const server = await startEmbeddedPostgres({ dataDir, log: () => {}, settings });
    onCleanup(() => server.stop());
    return server;
  })
  .extend("superuser", { scope: "file" }, ({ server }, { onCleanup }) => {
    const superuser = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    onCleanup(() => superuser.end());
    return superuser;
  })
  /** A database of its own under an owner with these rights over the server, and the owner's address. */
  .extend("ownedBy", { scope: "file" }, ({ server, superuser }) => async (name: string, rights: string) => {
    await superuser.unsafe(`create role ${name} login password 'owner' ${rights}`);
    await superuser.unsafe(`create database ${name} owner ${name}`);
    const url = new URL(server.ownerUrl);
    Object.assign(url, { username: name, password: "owner", pathname: `/${name}` });
    return url.toString();
  });

async function roleBehind(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql<{ role: string }[]>`select current_user as role`;
    return row!.role;
  } finally {
    await sql.end();
  }
}

const first = { worker: "worker's", web: "web's", audit: "auditor's" };
const second = { worker: "worker's new", web: "web's new", audit: "auditor's new" };

test("an owner who may not make roles is told who can, while they are missing", async ({ ownedBy }) => {
  const ownerUrl = await ownedBy("second_owner", "");
  await expect(migrate({ ownerUrl, rolePasswords: first })).rejects.toMatchObject({
    message: "The role rung_worker is missing, and the database's owner may not create it.",
    hint: expect.stringContaining("create role rung_worker login password"),
  });
});

// In this order: roles belong to the whole server, and each test finds those that the ones before it made.
describe.sequential("an owner who is no superuser", () => {
  let ownerUrl: string;

  test("who may make roles migrates an empty database, and a second time", async ({ ownedBy }) => {
    ownerUrl = await ownedBy("first_owner", "createrole");
    for (const _ of ["first", "second"]) {
      const { webUrl, workerUrl, auditUrl } = await migrate({ ownerUrl, rolePasswords: first });
      expect(await Promise.all([webUrl, workerUrl, auditUrl].map(roleBehind))).toEqual([
        "rung_web",
        "rung_worker",
        "rung_auditor",
      ]);
      await expect(refuseStrongRole(webUrl)).resolves.toBeUndefined();
      await expect(refuseStrongRole(workerUrl)).rejects.toThrow(/can read exact counts/);
      await expect(refuseStrongRole(ownerUrl)).rejects.toThrow(/owns the database/);
    }
  });

  test("changes the passwords of the roles that it made", async () => {
    const { webUrl } = await migrate({ ownerUrl, rolePasswords: second });
    expect(await roleBehind(webUrl)).toBe("rung_web");
    await expect(roleBehind(webUrl.replace("new", "old"))).rejects.toThrow(/password authentication failed/);
  });

  test("migrates beside roles that somebody else made, where their passwords are given", async () => {
    const elsewhere = ownerUrl.replaceAll("first_owner", "second_owner");
    for (const _ of ["first", "second"]) {
      const { webUrl } = await migrate({ ownerUrl: elsewhere, rolePasswords: second });
      await expect(refuseStrongRole(webUrl)).resolves.toBeUndefined();
    }
  });

  test.for(["second_owner", "third_owner"])(
    "is told which address to set where they are not: %s",
    async (name, { ownedBy }) => {
      if (name === "third_owner") await ownedBy(name, "createrole");
      const elsewhere = ownerUrl.replaceAll("first_owner", name);
      await expect(migrate({ ownerUrl: elsewhere, rolePasswords: first })).rejects.toMatchObject({
        message: "The role rung_worker has a different password, which the database's owner may not change.",
        hint: expect.stringContaining("alter role rung_worker password"),
      });
    },
  );
});

test("a role that stands above its database is refused, not quietly used or changed", async ({
  server,
  superuser,
}) => {
  await superuser`alter role rung_web superuser`;
  await expect(migrate({ ownerUrl: server.ownerUrl, rolePasswords: second })).rejects.toMatchObject({
    message: "The role rung_web has rights over the whole server.",
    hint: expect.stringContaining("alter role rung_web nosuperuser"),
  });
  await superuser`alter role rung_web nosuperuser`;
  await expect(migrate({ ownerUrl: server.ownerUrl, rolePasswords: second })).resolves.toBeDefined();
});
