/** Why the roles below the owner cannot be set up, with a hint on who can do what. */
export class RoleError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RoleError";
    this.hint = hint;
  }
}
