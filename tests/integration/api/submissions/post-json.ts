import { POST as submit } from "@/app/api/v1/submissions/route";
import type { Person } from "../open-test-site";
import { withToken } from "../visitor";

/** Submits a finished upload as somebody. */
export function postJson(who: Person, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return withToken(who.token)(submit, { method: "POST", body: JSON.stringify(body), headers });
}
