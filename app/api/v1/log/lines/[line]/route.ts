import { handle } from "@/server/api/handle";

export const GET = handle<{ line: string }>(({ api, params }) => api.log.line(params));
