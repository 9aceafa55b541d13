/** What somebody sent: a model or a zip archive, and the data file if it came beside the model. */
export type SentModel = { path: string; data: { path: string; name: string } | null };

/** Where its files are written meanwhile. */
export interface Scratch {
  /** Reserves room for so many bytes more, before they are written. Throws `disk_full`, `storage_spent`. */
  reserve(bytes: number): Promise<void>;
  /** Lends a path to write a file to, and removes the file when `use` ends, however it ends. */
  withFile<Result>(use: (path: string) => Promise<Result>): Promise<Result>;
}
