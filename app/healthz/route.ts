import { answerHealth } from "@/server/api/answer-health";

export const dynamic = "force-dynamic";
export const GET = answerHealth;
