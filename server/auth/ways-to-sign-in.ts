import { env } from "../env";
import { localRefusal } from "./local-refusal";

/** The ways to sign in for the request that is being answered, and why the local one is refused where this site has it. */
export interface WaysToSignIn {
  github: boolean;
  local: boolean;
  localRefused: string | null;
}

export function waysToSignIn(): WaysToSignIn {
  const refusal = localRefusal();
  return {
    github: env().githubId !== undefined,
    local: refusal === null,
    localRefused: refusal && !refusal.off ? refusal.why : null,
  };
}
