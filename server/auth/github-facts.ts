import { z } from "zod";
import type { SignInFacts } from "../teams/vouch-rules/vouched-by";

const addressesSchema = z.array(z.object({ email: z.string(), verified: z.boolean() }));
const organisationsSchema = z.array(z.object({ login: z.string() }));
const patienceMs = 5_000;

/**
 * Asks GitHub, with the user's own token, what rules of the given kinds go by: verified e-mail addresses (scope `user:email`) and
 * public memberships (no scope), the first 100 of each. What GitHub refuses, or does not answer within five seconds, counts as
 * none and is told to `onTrouble`.
 */
export function githubFacts({
  apiUrl,
  token,
  login,
  created_at,
  onTrouble,
}: {
  apiUrl: string;
  token: string | undefined;
  login: string;
  created_at: unknown;
  onTrouble: (error: unknown) => void;
}) {
  const ask = async <Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer | null> => {
    try {
      const headers = { accept: "application/vnd.github+json", authorization: `Bearer ${token}` };
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(`${apiUrl}${path}?per_page=100`, { headers, signal });
      if (!response.ok) throw new Error(`GitHub answered ${response.status} at ${path}`);
      return schema.parse(await response.json());
    } catch (error) {
      onTrouble(error);
      return null;
    }
  };
  return async (kinds: ReadonlySet<string>): Promise<SignInFacts> => {
    const [addresses, organisations] = await Promise.all([
      kinds.has("email-domain") ? ask("/user/emails", addressesSchema) : null,
      kinds.has("organisation") ? ask(`/users/${encodeURIComponent(login)}/orgs`, organisationsSchema) : null,
    ]);
    const accountCreatedAt = new Date(String(created_at));
    return {
      accountCreatedAt: Number.isNaN(accountCreatedAt.getTime()) ? null : accountCreatedAt,
      addresses: addresses?.filter(({ verified }) => verified).map(({ email }) => email) ?? [],
      organisations: organisations?.map((one) => one.login) ?? [],
    };
  };
}
