import { adminRouter } from "./routers/admin";
import { auditRouter } from "./routers/audit";
import { benchmarksRouter } from "./routers/benchmarks";
import { entriesRouter } from "./routers/entries";
import { leaderboardsRouter } from "./routers/leaderboards";
import { logRouter } from "./routers/log";
import { submissionsRouter } from "./routers/submissions";
import { teamsRouter } from "./routers/teams";
import { createCallerFactory, router } from "./trpc";

/** Everything that pages and scripts can call. */
export const appRouter = router({
  benchmarks: benchmarksRouter,
  leaderboards: leaderboardsRouter,
  entries: entriesRouter,
  submissions: submissionsRouter,
  teams: teamsRouter,
  audit: auditRouter,
  log: logRouter,
  admin: adminRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, but with their checks of input, rights and output. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
