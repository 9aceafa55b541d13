/** The bytes of unfinished uploads, stored where the store can adopt them without a copy. */
export interface PendingUploads {
  /** The folder where the protocol's library writes each upload under its id. */
  folder: string;
  /** The path of an upload's bytes until it has finished. Throws a RangeError for a malformed id. */
  pathOf(id: string): string;
  /** Removes an upload's bytes and the protocol library's notes about it. */
  remove(id: string): Promise<void>;
  /** Lends a path to write a file of an upload's to, and removes the file when `use` ends, however it ends. */
  withFile<Result>(id: string, use: (path: string) => Promise<Result>): Promise<Result>;
  /** How many bytes there are of each upload, by its id. */
  written(): Promise<Map<string, number>>;
  /** Removes all that was last written before a time, left by killed processes. */
  removeOlder(before: Date): Promise<void>;
}
