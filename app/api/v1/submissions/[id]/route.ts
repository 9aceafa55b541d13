import { handle } from "@/server/api/handle";

export const GET = handle<{ id: string }>(({ api, params }) => api.submissions.get(params));
export const DELETE = handle<{ id: string }>(({ api, params }) => api.submissions.withdraw(params));
