import { RungError } from "@/server/errors";
import type { Sandbox } from "../sandbox/launch";
import type { Provider } from "../sandbox/runtime-files";
import { tryProvider } from "./try-provider";

interface Choice {
  wanted: "auto" | Provider;
  sandbox: Sandbox;
  log: (line: string) => void;
  /** Runs a small model on a provider, in the sandbox; null if its answer was right, else what went wrong. */
  probe?: (provider: Provider, sandbox: Sandbox) => Promise<string | null>;
}

const BEST_FIRST: Provider[] = ["cuda", "webgpu"];

/**
 * Where models run. `auto` takes the best that works and falls back to the CPU, saying so; a device requested by name must work.
 * Throws `not_configured` if it does not.
 */
export async function chooseDevice({ wanted, sandbox, log, probe = tryProvider }: Choice): Promise<Provider> {
  if (wanted !== "auto") {
    const trouble = await probe(wanted, sandbox);
    if (trouble === null) return wanted;
    throw new RungError(
      "not_configured",
      `RUNG_DEVICE=${wanted} does not work here: ${trouble}.`,
      hints[wanted],
    );
  }
  for (const provider of BEST_FIRST) {
    const trouble = await probe(provider, sandbox);
    if (trouble === null) {
      log(`Models run on ${provider}.`);
      return provider;
    }
    log(`${provider} does not work here: ${trouble}.`);
  }
  log("Models run on the CPU.");
  return "cpu";
}

const hints: Record<Provider, string> = {
  cuda: "Install NVIDIA's driver, run `npm run gpu:install`, or set RUNG_DEVICE=auto.",
  webgpu: "Install a Vulkan driver, or set RUNG_DEVICE=auto.",
  cpu: "Reinstall with `npm ci`: onnxruntime-node has no native library for this machine.",
};
