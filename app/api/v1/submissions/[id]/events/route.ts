import { submissionEvents } from "@/server/api/events/submission-events";
import { handle } from "@/server/api/handle";

export const GET = handle<{ id: string }>(submissionEvents);
