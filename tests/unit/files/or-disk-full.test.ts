import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import { orDiskFull } from "@/server/files/or-disk-full";

test.runIf(process.platform === "linux")(
  "a full disk, as the system itself reports it, is said in words",
  async () => {
    const full = await open("/dev/full", "w");
    const error = await full.write(Buffer.from("x")).catch((reason: unknown) => reason);
    await full.close();
    expect(orDiskFull(error, "upload")).toMatchObject({ code: "disk_full", cause: error });
  },
);

test("another error stays what it is", () => {
  const error = Object.assign(new Error("no"), { code: "EACCES" });
  expect(orDiskFull(error, "upload")).toBe(error);
});
