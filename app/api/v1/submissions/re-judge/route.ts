import { readJson } from "@/server/api/answers/read-json";
import { handle } from "@/server/api/handle";
import { reJudgeSchema } from "@/server/api/routers/admin";

export const POST = handle(async ({ request, api }) =>
  api.admin.reJudge(reJudgeSchema.parse(await readJson(request))),
);
