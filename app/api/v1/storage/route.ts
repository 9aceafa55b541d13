import { handle } from "@/server/api/handle";

export const GET = handle(({ api }) => api.admin.storage());
