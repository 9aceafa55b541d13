import { getForecastAnswer } from "@/server/api/answers/get-forecast-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(getForecastAnswer);
