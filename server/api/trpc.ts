import { initTRPC } from "@trpc/server";
import { authorise } from "../auth/authorise";
import { errorStatus } from "../errors";
import { auditorDatabase } from "../web-process/auditor-database";
import type { RequestContext } from "./context";
import { explainError } from "./explain-error";
import { noteReadingOnce } from "./note-reading-once";
import { refuseUnstorable } from "./refuse-unstorable";

const trpc = initTRPC.context<RequestContext>().create({
  errorFormatter({ shape, error }) {
    const { code, message, hint, problems } = explainError(error);
    return {
      ...shape,
      message,
      data: { httpStatus: errorStatus[code], path: shape.data.path, rung: { code, hint, problems } },
    };
  },
});

export const router = trpc.router;
export const createCallerFactory = trpc.createCallerFactory;

/** For everybody. No input has a text that the database cannot store. */
export const publicProcedure = trpc.procedure.use(async ({ getRawInput, next }) => {
  refuseUnstorable(await getRawInput());
  return next();
});

/** For signed-in users. */
export const researcherProcedure = publicProcedure.use(({ ctx, next }) =>
  next({ ctx: { viewer: authorise(ctx.viewer, "researcher") } }),
);

/** For maintainers. */
export const maintainerProcedure = publicProcedure.use(({ ctx, next }) =>
  next({ ctx: { viewer: authorise(ctx.viewer, "maintainer") } }),
);

/** For maintainers reading guarded data: the database is the auditor's, and the log says that it is read. Throws `not_configured` if there is none. */
export const auditorProcedure = maintainerProcedure.use(async ({ ctx, next }) => {
  const { db } = auditorDatabase();
  await noteReadingOnce(ctx);
  return next({ ctx: { db } });
});
