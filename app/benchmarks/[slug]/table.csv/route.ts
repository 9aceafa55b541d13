import { fileAnswer } from "@/app/_components/shell/file-answer";
import { viewQuery } from "@/app/_components/shell/view-query";
import { leaderboardCsv } from "@/server/api/answers/leaderboard-csv";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(async ({ api, params: { slug }, query }) => {
  const table = await api.leaderboards.export({ ...viewQuery(query), slug });
  return fileAnswer(leaderboardCsv(table), { name: `${slug}-${table.testSet}-${table.metric}`, kind: "csv" });
});
