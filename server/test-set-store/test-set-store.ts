import type { InputGeometry } from "../evaluation/input-geometry";
import type { ImportedTestSet } from "./freeze-test-set";
import type { NearDuplicate } from "./near-duplicates/near-duplicates";
import type { Shard } from "./shards/shard";
import type { TestSetSource } from "./sources/read-test-set-source";

/** A place that stores test sets, wherever it is. Only workers and imports open one. */
export interface TestSetStore {
  freezeTestSet(input: {
    source: TestSetSource;
    labelsPath?: string | undefined;
    classes: readonly string[];
    synsets?: readonly string[] | null | undefined;
    digestKey: Buffer;
    auditFraction: number | ((images: number) => number);
  }): Promise<ImportedTestSet>;
  /** The images of a version that are nearly images of another: places in the order of the shards. */
  findNearDuplicates(input: { versionId: string; of: string }): Promise<NearDuplicate[]>;
  openShard(input: { versionId: string; geometry: InputGeometry }): Promise<Shard>;
  /** Class index of each image, in the order of the shards. */
  loadLabels(versionId: string): Promise<Uint16Array>;
  /** 0 = guarded, 1 = audit, in the order of the shards. */
  loadSplit(versionId: string): Promise<Uint8Array>;
}
