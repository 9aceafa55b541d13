import { getEntryErrorsAnswer } from "@/server/api/answers/get-entry-errors-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ id: string }>(getEntryErrorsAnswer);
