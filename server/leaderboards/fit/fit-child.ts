import { computeFit, type FitQuestion } from "./compute-fit";

process.on("message", (question: FitQuestion) => {
  process.send?.(computeFit(question));
});
