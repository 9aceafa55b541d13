import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { withDeviceLock } from "@/workers/device/with-device-lock";
import { folderTest as test } from "../../../fixtures/folder-test";

test("one has the device at a time, and the next when it is done, whether or not it failed", async ({
  folder,
}) => {
  const path = `${folder}/card.lock`;
  const said: string[] = [];
  const use = (name: string) => async () => {
    said.push(`${name} begins`);
    await sleep(20);
    said.push(`${name} ends`);
    if (name === "first") throw new Error("out of memory");
  };
  const first = withDeviceLock(path, use("first"));
  while (said.length === 0) await sleep(1);
  const second = withDeviceLock(path, use("second"));
  await expect(first).rejects.toThrow("out of memory");
  await second;
  expect(said).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});

test("one that is told to stop while it waits gives up, and the device is free afterwards", async ({
  folder,
}) => {
  const path = `${folder}/card.lock`;
  const ending = new AbortController();
  const reason = new Error("told to stop");
  await withDeviceLock(path, async () => {
    const waiting = withDeviceLock(path, async () => expect.unreachable("it is taken"), ending.signal);
    ending.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
  expect(await withDeviceLock(path, async () => "used")).toBe("used");
});
