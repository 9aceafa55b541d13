import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { RolePasswords } from "../roles";
import { persistSecret } from "./persist-secret";

/** The roles' passwords, kept in the data folder so that every process that opens the database knows the same ones. */
export async function persistRolePasswords(dataDir: string): Promise<RolePasswords> {
  const kept = await persistSecret(join(dataDir, "postgres", "role-passwords.json"), () =>
    JSON.stringify({ worker: draw(), web: draw(), audit: draw() }),
  );
  return JSON.parse(kept) as RolePasswords;
}

function draw(): string {
  return randomBytes(24).toString("hex");
}
