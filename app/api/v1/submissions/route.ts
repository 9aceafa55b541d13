import { handle } from "@/server/api/handle";
import { postSubmission } from "@/server/api/post-submission";

export const POST = handle(postSubmission, { status: 201 });
