import { getSubmissionsAnswer } from "@/server/api/answers/get-submissions-answer";
import { postSubmission } from "@/server/api/answers/post-submission";
import { handle } from "@/server/api/handle";

export const GET = handle(getSubmissionsAnswer);
export const POST = handle(postSubmission, { status: 201 });
