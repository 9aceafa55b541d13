const LONGEST = 400;
/** Colours and other control sequences of a terminal. */
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const CONTROL = /\u001b\[[\d;]*[A-Za-z]/g;
const FILES = /(?:\/[\w.@+~-]+)+\.(?:onnx|data|cc|cpp|hpp|h|so(?:\.\d+)*|c?js|node)\b(?::\d+)?/g;
const FOLDERS = /(?:^|(?<=[\s"'(=:]))\/(?:tmp|home|usr|proc|root|var|opt|runtime|work)(?:\/[\w.@+~-]+)+/g;
/** A value read from a tensor: anything with a decimal point or an exponent, and what follows "idx" and the like. */
const DECIMALS =
  /(?<![\w.])[-+]?(?:\d+\.\d*(?:e[-+]?\d+)?|\d*\.\d+(?:e[-+]?\d+)?|\d+e[-+]?\d+|nan|inf)(?![\w.])/gi;
const INDICES = /\b(idx|index|indices|values?|element)(\s*(?:=|:|is|of)?\s*)[-+]?\d+/gi;

/**
 * What the runtime said, fit to be shown to a model's author: one line of printable characters, no longer than a paragraph, without
 * paths of this machine or values of tensors. Names of nodes, shapes and types stay.
 */
export function cleanRuntimeWords(said: string): string {
  return said
    .replace(CONTROL, "")
    .replace(/[^\x20-\x7e]+/g, " ")
    .replace(FILES, "the file")
    .replace(FOLDERS, "a folder")
    .replace(DECIMALS, "#")
    .replace(INDICES, "$1$2#")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}
