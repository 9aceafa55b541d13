import { refuseCrossSite } from "../auth/refuse-cross-site";
import { type Recognised, viewerOf } from "../auth/viewer-of";
import type { Context, Viewer } from "../context";
import { env } from "../env";
import { fileModelStore } from "../model-store/file-model-store";
import { openJobQueue } from "../queue/job-queue";
import { processWide } from "../web-process/process-wide";
import { webDatabase, webDatabaseUrl } from "../web-process/web-database";
import { log } from "./log";
import { publicOrigin } from "./public-origin";
import { readIdempotencyKey } from "./read-idempotency-key";

/** What a procedure receives: the outside world, and the caller, who may owe it to the local sign-in. */
export type RequestContext = Context & {
  viewer: Viewer | null;
  local: boolean;
  /** What the caller's program calls the request, to send it again if it gets no answer. */
  idempotencyKey?: string | null;
};

/** The outside world for this web process; connections are opened at first use and shared by all requests. */
export async function openContext(): Promise<Context> {
  const { db } = webDatabase();
  const queue = await processWide("job queue", () =>
    openJobQueue({
      url: webDatabaseUrl(),
      supervise: false,
      onError: (error) => log().error({ err: error }, "the job queue failed"),
    }),
  );
  return { db, queue, now: () => new Date(), models: fileModelStore(env()) };
}

/**
 * A request's context, with its sender. Refuses a change requested by another site's page with our cookie (`cross_site`), and an
 * unknown token (`sign_in_needed`).
 */
export async function contextOf(request: { method: string; headers: Headers }): Promise<RequestContext> {
  const ctx = await openContext();
  const { viewer, by, local }: Recognised = await viewerOf(ctx, request.headers);
  if (by === "cookie") refuseCrossSite(request, publicOrigin());
  return { ...ctx, viewer, local, idempotencyKey: readIdempotencyKey(request.headers) };
}
