import { type Environment } from "../env";
export type AuthSettings = Pick<
  Environment,
  | "nextAuthUrl"
  | "nextAuthSecret"
  | "githubId"
  | "githubSecret"
  | "githubUrl"
  | "githubApiUrl"
  | "localSignInAllowed"
>;
