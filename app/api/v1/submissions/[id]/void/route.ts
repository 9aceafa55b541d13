import { readJson } from "@/server/api/answers/read-json";
import { handle } from "@/server/api/handle";
import { reasonSchema } from "@/server/api/routers/admin";

export const POST = handle<{ id: string }>(async ({ request, api, params }) =>
  api.admin.void({ ...params, ...reasonSchema.parse(await readJson(request)) }),
);
