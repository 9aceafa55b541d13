import { expect, test } from "vitest";
import { RungError } from "@/server/errors";
import { chooseDevice } from "@/workers/device/choose-device";
import type { Sandbox } from "@/workers/sandbox/launch";
import type { Provider } from "@/workers/sandbox/runtime-files";

const sandbox: Sandbox = { kind: "bwrap", program: "", root: "", filter: null, user: "own" };

async function choose(wanted: "auto" | Provider, working: Provider[]) {
  const log: string[] = [];
  const probed: Provider[] = [];
  const probe = async (provider: Provider) => {
    probed.push(provider);
    return working.includes(provider) ? null : "no such card";
  };
  const device = await chooseDevice({ wanted, sandbox, log: (line) => log.push(line), probe });
  return { device, log: log.join("\n"), probed };
}

test("auto takes the best that works: cuda before webgpu before the processor", async () => {
  expect((await choose("auto", ["cuda", "webgpu", "cpu"])).device).toBe("cuda");
  expect((await choose("auto", ["webgpu", "cpu"])).device).toBe("webgpu");
  expect((await choose("auto", ["cpu"])).device).toBe("cpu");
});

test("auto says in the log what did not work and what it took", async () => {
  const { log } = await choose("auto", ["cpu"]);
  expect(log).toMatch(/cuda does not work here: no such card/);
  expect(log).toMatch(/webgpu does not work here/);
  expect(log).toMatch(/run on the CPU/);
  expect((await choose("auto", ["cuda"])).log).toMatch(/run on cuda/);
});

test("a device asked for by name is tried alone and never replaced by another", async () => {
  expect(await choose("webgpu", ["cuda", "webgpu"])).toMatchObject({ device: "webgpu", probed: ["webgpu"] });
  const refused = choose("cuda", ["webgpu", "cpu"]);
  await expect(refused).rejects.toThrow(RungError);
  await expect(refused).rejects.toMatchObject({ code: "not_configured", hint: /gpu:install/ });
});
