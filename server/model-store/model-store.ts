import type { PendingUploads } from "./uploads/pending-uploads";

/** What the store knows of a model: SHA-256 in hex, size in bytes. */
export interface StoredModel {
  hash: string;
  bytes: number;
}

/** What the product needs of a place that holds models by the hash of their bytes, wherever it is. It knows no database. */
export interface ModelStore {
  /**
   * Stores a file under the SHA-256 of its bytes: at once and whole, or not at all; one that is there already is left alone. The
   * source stays, and nobody writes to it again where `adopt` gives it to the store. Throws `disk_full`, with nothing half stored.
   */
  store(input: { sourcePath: string; adopt?: boolean }): Promise<StoredModel>;
  has(hash: string): Promise<boolean>;
  /** Lends a model as a file that can be read until `use` has ended; whether it is there shows when it is opened. */
  withFile<Result>(hash: string, use: (path: string) => Promise<Result>): Promise<Result>;
  /** Removes a model; nothing where there is none. */
  remove(hash: string): Promise<void>;
  /** Removes what a process that was killed before a time left half-written. */
  removeUnfinished(before: Date): Promise<void>;
  /** Throws `disk_full` where there is no room for so many bytes, before one of them is stored. */
  requireRoom(bytes: number): Promise<void>;
  uploads: PendingUploads;
}
