/** The bytes of uploads that have not finished. They lie where the store can adopt them without a copy. */
export interface PendingUploads {
  /** The folder in which the protocol's library writes an upload under its id. */
  folder: string;
  /** Where the bytes of an upload lie until it has finished. Throws a RangeError for an id that cannot be one. */
  pathOf(id: string): string;
  /** Removes the bytes of an upload and what the protocol's library noted beside them. */
  remove(id: string): Promise<void>;
  /** Lends the path of a file to be written, for a model that a form brings, and removes it when `use` has ended, however. */
  withForm<Result>(use: (path: string) => Promise<Result>): Promise<Result>;
  /** Removes the forms that a process that was killed before a time left. */
  removeForms(before: Date): Promise<void>;
}
