/** The bytes of unfinished uploads, stored where the store can adopt them without a copy. */
export interface PendingUploads {
  /** The folder where the protocol's library writes each upload under its id. */
  folder: string;
  /** The path of an upload's bytes until it has finished. Throws a RangeError for a malformed id. */
  pathOf(id: string): string;
  /** Removes an upload's bytes and the protocol library's notes about it. */
  remove(id: string): Promise<void>;
  /** Lends a path to write a form's model to, and removes the file when `use` ends, however it ends. */
  withForm<Result>(use: (path: string) => Promise<Result>): Promise<Result>;
  /** Removes files from before a time that killed processes left: forms, and all of uploads that are not `pending` (ids). */
  removeAbandoned(before: Date, pending: ReadonlySet<string>): Promise<void>;
}
