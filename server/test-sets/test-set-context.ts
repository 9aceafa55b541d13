import type { Context } from "../context";
import type { TestSetStore } from "../test-set-store/test-set-store";

/** A context of those who open images and labels: a worker, and whoever runs the site from its command line. Never the web's. */
export type TestSetContext = Context & { testSets: TestSetStore };
