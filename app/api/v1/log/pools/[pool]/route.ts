import { ndjsonAnswer } from "@/server/api/answers/ndjson-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ pool: string }>(async ({ api, params }) =>
  ndjsonAnswer(await api.log.opened(params)),
);
