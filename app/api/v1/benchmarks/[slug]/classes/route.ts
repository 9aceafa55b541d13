import { getClassesAnswer } from "@/server/api/answers/get-classes-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(getClassesAnswer);
