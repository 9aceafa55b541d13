import { getBenchmarkCitation } from "@/server/api/answers/get-benchmark-citation";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(getBenchmarkCitation);
