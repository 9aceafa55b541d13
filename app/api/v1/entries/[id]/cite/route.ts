import { getEntryCitation } from "@/server/api/get-entry-citation";
import { handle } from "@/server/api/handle";

export const GET = handle<{ id: string }>(getEntryCitation);
