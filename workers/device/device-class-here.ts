import { existsSync, readFileSync } from "node:fs";
import { type Provider, runtimePackages } from "../sandbox/runtime-files";
import { instructionSet } from "./instruction-set";

const PROVIDERS: Record<Provider, string> = {
  cpu: "CPUExecutionProvider",
  cuda: "CUDAExecutionProvider",
  webgpu: "WebGpuExecutionProvider",
};

/** The runtime and its part that models run with here. */
export function runtimeHere(device: Provider): string {
  return `onnxruntime ${runtimePackages().version} ${PROVIDERS[device]}`;
}

/**
 * The device class of this machine: provider, runtime version, instruction set and threads. Within one, and with as many images a run,
 * a model's scores are the same bit for bit; between two they need not be.
 */
export function deviceClassHere(device: Provider, threads = 1): string {
  const instructions = existsSync("/proc/cpuinfo")
    ? instructionSet(readFileSync("/proc/cpuinfo", "utf8"))
    : null;
  return `${runtimeHere(device)}, ${instructions ?? process.arch}, ${threads} thread${threads === 1 ? "" : "s"}`;
}
