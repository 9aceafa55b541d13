import { getSubmissionsAnswer } from "@/server/api/get-submissions-answer";
import { handle } from "@/server/api/handle";
import { postSubmission } from "@/server/api/post-submission";

export const GET = handle(getSubmissionsAnswer);
export const POST = handle(postSubmission, { status: 201 });
