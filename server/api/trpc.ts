import { initTRPC } from "@trpc/server";
import { authorise } from "../auth/authorise";
import { errorStatus } from "../errors";
import { auditorDatabase } from "../web-process/auditor-database";
import type { RequestContext } from "./context";
import { explainError } from "./explain-error";
import { noteReadingOnce } from "./note-reading-once";

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

/** For everybody. */
export const publicProcedure = trpc.procedure;

/** For signed-in users. */
export const researcherProcedure = trpc.procedure.use(({ ctx, next }) =>
  next({ ctx: { viewer: authorise(ctx.viewer, "researcher") } }),
);

/** For maintainers. */
export const maintainerProcedure = trpc.procedure.use(({ ctx, next }) =>
  next({ ctx: { viewer: authorise(ctx.viewer, "maintainer") } }),
);

/** For maintainers reading guarded data: the database is the auditor's, and the log says that it is read. Throws `not_configured` if there is none. */
export const auditorProcedure = maintainerProcedure.use(async ({ ctx, next }) => {
  const { db } = auditorDatabase();
  await noteReadingOnce(ctx);
  return next({ ctx: { db } });
});
