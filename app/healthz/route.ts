import { answerHealth } from "@/server/api/answers/answer-health";

export const dynamic = "force-dynamic";
export const GET = answerHealth;
