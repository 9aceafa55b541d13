import type { Context } from "../context";
import type { TestSetStore } from "../test-set-store/test-set-store";

/** The context of those who may open images and labels: workers, and the operator at the command line. Never the web's. */
export type TestSetContext = Context & { testSets: TestSetStore };
