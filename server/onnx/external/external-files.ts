import type { ByteSource } from "../byte-source";
import { UnreadableModel } from "../unreadable-model";
import { WireReader } from "../wire-reader";
import { findExternal, mostEffort } from "./find-external";

/** The files that a model says its values are in, as it names them; none for what is no model, which inspection explains. */
export function externalFiles(model: ByteSource): string[] {
  try {
    return [...new Set(findExternal(new WireReader(model, mostEffort)).map(({ location }) => location))];
  } catch (error) {
    if (error instanceof UnreadableModel) return [];
    throw error;
  }
}
