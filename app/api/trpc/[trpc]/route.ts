import { answerTrpc } from "@/server/api/answers/answer-trpc";

export { answerTrpc as GET, answerTrpc as POST };
