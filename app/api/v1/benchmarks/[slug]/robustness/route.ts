import { getRobustnessAnswer } from "@/server/api/answers/get-robustness-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(getRobustnessAnswer);
