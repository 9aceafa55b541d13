import { readJson } from "@/server/api/answers/read-json";
import { handle } from "@/server/api/handle";
import type { NewVouchRule } from "@/server/teams/vouch-rules/rule-schema";

export const GET = handle(({ api }) => api.admin.vouchRules());
export const POST = handle(
  // The procedure parses what it is given.
  async ({ request, api }) => api.admin.setVouchRule((await readJson(request)) as NewVouchRule),
  { status: 201 },
);
