import { answerMetrics } from "@/server/api/answers/answer-metrics";
import { handle } from "@/server/api/handle";

export const GET = handle(answerMetrics);
