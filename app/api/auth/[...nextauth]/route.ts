import { answerAuth } from "@/server/api/answer-auth";

export { answerAuth as GET, answerAuth as POST };
