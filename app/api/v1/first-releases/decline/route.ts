import { readJson } from "@/server/api/answers/read-json";
import { handle } from "@/server/api/handle";
import { firstReleasesSchema } from "@/server/api/routers/admin";

export const POST = handle(async ({ request, api }) =>
  api.admin.decline(firstReleasesSchema.parse(await readJson(request))),
);
