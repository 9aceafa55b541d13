import { handle } from "@/server/api/handle";

export const POST = handle<{ id: string }>(({ api, params }) => api.submissions.asAdvised(params), {
  status: 201,
});
