import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { RolePasswords } from "../roles";
import { persistSecret } from "./persist-secret";

/** The roles' passwords, stored in the data folder so that every process that opens the database knows the same ones. */
export async function persistRolePasswords(dataDir: string): Promise<RolePasswords> {
  const stored = await persistSecret(join(dataDir, "postgres", "role-passwords.json"), () =>
    JSON.stringify({ worker: draw(), web: draw(), audit: draw() }),
  );
  return JSON.parse(stored) as RolePasswords;
}

function draw(): string {
  return randomBytes(24).toString("hex");
}
