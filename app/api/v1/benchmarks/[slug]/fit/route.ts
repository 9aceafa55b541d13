import { getFitAnswer } from "@/server/api/answers/get-fit-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(getFitAnswer);
