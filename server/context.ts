import type { Database } from "../db/client";
import type { ModelStore } from "./model-store/model-store";
import type { JobQueue } from "./queue/job-queue";

/** The person acting, with their team, as found by sign-in or token. */
export interface Viewer {
  userId: string;
  name: string;
  role: "researcher" | "maintainer";
  teamId: string;
}

declare const checked: unique symbol;
/**
 * A viewer whose rights have been checked. Minted only by `server/auth/authorise.ts` and the command line, so a forgotten check
 * does not compile.
 */
export type Researcher = Viewer & { readonly [checked]: "researcher" };
export type Maintainer = Viewer & { readonly [checked]: "maintainer" };

/**
 * What a verb may need from outside: the database, the job queue, the clock, the models. Test sets are not included: code that
 * opens them has a `TestSetContext`.
 */
export interface Context {
  db: Database;
  queue: Pick<JobQueue, "enqueue">;
  now: () => Date;
  models: ModelStore;
}

/** The context of someone who may submit. */
export type ResearcherContext = Context & { viewer: Researcher };
/** The context of someone responsible for the hidden data. */
export type MaintainerContext = Context & { viewer: Maintainer };
/** The context of a maintainer, or of the operator at the command line, who has no name here but the owner's rights. */
export type ActContext = Context & { viewer: Maintainer | null };

/** What the maintainers' queries may need: a database with the auditor's rights, which reads everything and changes nothing. */
export type AuditorContext = Pick<Context, "db" | "now"> & { viewer: Maintainer };
