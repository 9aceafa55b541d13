import type { PendingUploads } from "./uploads/pending-uploads";

/** What the store knows about a model: SHA-256 in hex, size in bytes. */
export interface StoredModel {
  hash: string;
  bytes: number;
}

/** A place that stores models by the hash of their bytes, wherever it is. It knows no database. */
export interface ModelStore {
  /**
   * Stores a file under the SHA-256 of its bytes, atomically; a file already there is left alone. `before` ends before it is there.
   * The source stays; with `adopt` it belongs to the store, and nobody may write to it again. Throws `disk_full`, with nothing half
   * stored.
   */
  store(input: {
    sourcePath: string;
    adopt?: boolean;
    before?: (stored: StoredModel) => Promise<void>;
  }): Promise<StoredModel>;
  has(hash: string): Promise<boolean>;
  /** Lends a model as a file that can be read until `use` has ended; a missing one shows only when it is opened. */
  withFile<Result>(hash: string, use: (path: string) => Promise<Result>): Promise<Result>;
  /** Removes a model, if it is there. */
  remove(hash: string): Promise<void>;
  /** Removes half-written files last touched before a time, left by killed processes. */
  removeUnfinished(before: Date): Promise<void>;
  /** How many bytes may still be written, before what is to stay free of the disk is touched. */
  room(): Promise<number>;
  uploads: PendingUploads;
}
