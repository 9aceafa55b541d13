import { handle } from "@/server/api/handle";

export const GET = handle(async ({ api, query: { benchmark } }) =>
  benchmark ? [await api.submissions.quota({ benchmark })] : await api.submissions.quotas(),
);
