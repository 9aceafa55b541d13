import { cleanRuntimeWords } from "./clean-runtime-words";

/** What the runtime warned of, in its words, and how often. */
export interface RuntimeWarning {
  text: string;
  times: number;
}

const MOST = 20;
/** `2026-11-27 19:14:13.449 [W:onnxruntime:, graph.cc:4285 Clean] Removing ...`, in colour or not. */
const LINE = /\[[WE]:onnxruntime:[^\]]*\]\s*(.*)$/;
/** The sandbox hides the machine's processors from a runtime that asks: not the author's matter. */
const OURS = /cpuinfo|CPU vendor|CPU features|device_discovery/i;

/** The warnings in what a runtime wrote to standard error, each once, at most 20 of them. */
export function runtimeWarnings(said: string): RuntimeWarning[] {
  const counted = new Map<string, number>();
  for (const line of said.split("\n")) {
    const words = LINE.exec(line)?.[1];
    if (!words || OURS.test(line)) continue;
    const text = cleanRuntimeWords(words);
    if (text) counted.set(text, (counted.get(text) ?? 0) + 1);
  }
  return [...counted].slice(0, MOST).map(([text, times]) => ({ text, times }));
}
