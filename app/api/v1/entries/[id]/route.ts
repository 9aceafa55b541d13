import { getEntryAnswer } from "@/server/api/answers/get-entry-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ id: string }>(getEntryAnswer);
