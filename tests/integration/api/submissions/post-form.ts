import { POST as submit } from "@/app/api/v1/submissions/route";
import type { Person } from "../open-test-site";
import { withToken } from "../visitor";
import { formOf } from "./form-of";

/** Submits a form as somebody. */
export function postForm(who: Person, fields: Record<string, string | Blob>): Promise<Response> {
  return withToken(who.token)(submit, { method: "POST", body: formOf(fields) });
}
