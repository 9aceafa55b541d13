import { ndjsonAnswer } from "@/server/api/answers/ndjson-answer";
import { handle } from "@/server/api/handle";

export const GET = handle(async ({ api, query }) => ndjsonAnswer(await api.log.lines({ from: query.from })));
