import { fileAnswer } from "@/app/_components/shell/file-answer";
import { leaderboardCsv } from "@/server/api/answers/leaderboard-csv";
import { handle } from "@/server/api/handle";
import { entryView } from "../entry-view";

export const GET = handle<{ id: string }>(async ({ api, params: { id }, query }) => {
  const entry = await entryView(api, id, query);
  return fileAnswer(leaderboardCsv({ rows: [entry] }), { name: entry.name, kind: "csv" });
});
