import { handle } from "@/server/api/handle";
import { openApiDocument } from "@/server/api/openapi";

export const GET = handle(async () => openApiDocument());
