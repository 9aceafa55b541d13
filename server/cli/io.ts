/** What a command reads and writes: standard output takes JSON only, standard error text for people. */
export interface Io {
  stdin: AsyncIterable<Buffer | string>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/** Runs with the words after the command's name; answers with the exit code: 0 done, 1 refused or failed, 2 usage. */
export type Command = (argv: string[], io: Io) => Promise<number>;
