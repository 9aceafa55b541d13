import { getEntryCitation } from "@/server/api/answers/get-entry-citation";
import { handle } from "@/server/api/handle";

export const GET = handle<{ id: string }>(getEntryCitation);
