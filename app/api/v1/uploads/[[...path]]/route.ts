import { answerUpload } from "@/server/api/uploads/answer-upload";

const answer = async (request: Request, { params }: { params: Promise<{ path?: string[] }> }) =>
  await answerUpload(request, (await params).path?.join("/"));

export { answer as DELETE, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST };
