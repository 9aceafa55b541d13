import { handle } from "@/server/api/handle";

export const DELETE = handle<{ id: string }>(({ api, params }) => api.admin.endVouchRule(params));
