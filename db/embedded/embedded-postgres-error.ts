/** Why the embedded database cannot run: a sentence for the person, with a hint on what to do. */
export class EmbeddedPostgresError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedPostgresError";
    this.hint = hint;
  }
}
