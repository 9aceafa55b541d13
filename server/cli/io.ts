/** What a command reads and writes: standard output is for JSON only, standard error for text that people read; both are made `printable`. */
export interface Io {
  stdin: AsyncIterable<Buffer | string>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/** Takes the words after the command's name; returns the exit code: 0 done, 1 refused or failed, 2 usage. */
export type Command = (argv: string[], io: Io) => Promise<number>;
