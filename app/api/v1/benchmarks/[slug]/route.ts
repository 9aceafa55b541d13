import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(({ api, params }) => api.benchmarks.get(params));
