import { getAuditAnswer } from "@/server/api/answers/get-audit-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ view: string }>(getAuditAnswer);
