/** What its author is told of a run on public images. */
export interface RunFacts {
  /** processor time from the start of the process to the loaded model, ms */
  loadMs: number;
  /** the most memory that the process held, bytes */
  peakBytes: number;
  /** what the runtime wrote to standard error */
  warned: string;
}
