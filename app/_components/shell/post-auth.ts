/**
 * Requests sign-in or sign-out, protected from other sites by next-auth's token.
 * @returns whether it was granted, and the address to go to next
 */
export async function postAuth(
  path: "signin/github" | "callback/local" | "signout",
  fields: Record<string, string>,
): Promise<{ ok: boolean; url: string | null }> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${path}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
  const answer = (await response.json().catch(() => ({}))) as { url?: string };
  return { ok: response.ok, url: answer.url ?? null };
}
