import { readJson } from "@/server/api/answers/read-json";
import { handle } from "@/server/api/handle";
import { vouchSchema } from "@/server/api/routers/admin";

export const POST = handle(async ({ request, api }) =>
  api.admin.vouch(vouchSchema.parse(await readJson(request))),
);
