import { pngOf } from "@/app/_components/plot/png-of";
import { fileAnswer } from "@/app/_components/shell/file-answer";
import { handle } from "@/server/api/handle";
import { robustnessText } from "../robustness-text";

export const GET = handle<{ slug: string }>(async (call) => {
  const { text, name } = await robustnessText(call);
  return fileAnswer(await pngOf(text), { name, kind: "png" });
});
