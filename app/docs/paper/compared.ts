import { compareLine } from "@/server/paper/compare-lines";
import { compareTableOne } from "@/server/paper/compare-table-one";
import { compareTableTwo } from "@/server/paper/compare-table-two";

/** All comparisons with the paper: facts, so computed once in a process. */
export const compared = {
  tableOne: { "cifar-10": compareTableOne("cifar-10"), imagenet: compareTableOne("imagenet") },
  tableTwo: compareTableTwo(),
  lines: { "cifar-10": compareLine("cifar-10"), imagenet: compareLine("imagenet") },
};
