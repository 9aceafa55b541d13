import { getLeaderboardAnswer } from "@/server/api/answers/get-leaderboard-answer";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(getLeaderboardAnswer);
