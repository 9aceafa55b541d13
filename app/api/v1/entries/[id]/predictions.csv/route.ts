import { getPredictionsAnswer } from "@/server/api/answers/get-predictions-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ id: string }>(getPredictionsAnswer);
