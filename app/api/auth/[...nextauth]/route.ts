import { answerAuth } from "@/server/api/answers/answer-auth";

export { answerAuth as GET, answerAuth as POST };
