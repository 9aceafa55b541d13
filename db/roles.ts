/** The three roles below the owner. Who may read what is granted in the migration `grant_roles`. */
export const roleNames = { worker: "rung_worker", web: "rung_web", audit: "rung_auditor" } as const;

export type RoleKey = keyof typeof roleNames;
export type RolePasswords = Record<RoleKey, string>;
