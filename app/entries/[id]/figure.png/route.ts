import { pngOf } from "@/app/_components/plot/png-of";
import { fileAnswer } from "@/app/_components/shell/file-answer";
import { handle } from "@/server/api/handle";
import { entryFigure } from "../entry-figure";

export const GET = handle<{ id: string }>(async ({ api, params: { id }, query }) => {
  const { name, file } = await entryFigure(api, id, query);
  return fileAnswer(await pngOf(file), { name, kind: "png" });
});
