import { benchmarkEvents } from "@/server/api/events/benchmark-events";
import { handle } from "@/server/api/handle";

export const GET = handle<{ slug: string }>(benchmarkEvents);
