import { pino } from "pino";
import { openDatabase } from "../db/client";
import { comparePredictions } from "../server/audit/likeness/compare-predictions";
import { measureAdaptivity } from "../server/audit/meters/measure-adaptivity";
import { env } from "../server/env";
import { refreshAllFits } from "../server/leaderboards/fit/refresh-all-fits";
import { refreshFits } from "../server/leaderboards/fit/refresh-fits";
import { sweepModelFiles } from "../server/model-files/sweep-model-files";
import { fileModelStore } from "../server/model-store/file-model-store";
import { openJobQueue } from "../server/queue/job-queue";
import { recallFutureJobs } from "../server/queue/recall-future-jobs";
import { answerVoidRequest } from "../server/submissions/acts/answer-void-request";
import { joinLadders } from "../server/submissions/release/join-ladders";
import { withdrawExpired } from "../server/submissions/spending/withdraw-expired";
import { fileTestSetStore } from "../server/test-set-store/file-test-set-store";
import { closeDuePools } from "../server/test-sets/close-due-pools";
import { publishMissingLabels } from "../server/test-sets/publish-missing-labels";
import { printable } from "../server/text/printable";
import { connectEffects } from "./connect-effects";
import { chooseDevice } from "./device/choose-device";
import { evaluateHidden } from "./evaluate-hidden";
import { evaluateOriginal } from "./evaluate-original";
import { evaluatePublic } from "./evaluate-public";
import { everyHour } from "./every-hour";
import { openSandbox } from "./model-run/open-sandbox";
import { repeatEvaluation } from "./repeat-evaluation";
import { slotProcessors } from "./sandbox/slot-processors";
import { weaknessOfSandbox } from "./sandbox/weakness-of-sandbox";
import { slotWatch } from "./slot-watch";

/** Hidden evaluations that overlap: see `hiddenTurns`. */
const hiddenAtOnce = 2;

/**
 * One worker: a slot for original test sets, one for hidden ones (or just one of the two, as configured), and slots for
 * maintainers' jobs and fits. Any number can run.
 */
async function main() {
  const log = pino({ name: "worker", hooks: { streamWrite: printable } });
  const settings = env();
  const url = settings.workerDatabaseUrl ?? settings.databaseUrl;
  if (!url) throw new Error("WORKER_DATABASE_URL is not set; `rung start` sets it");

  const sandbox = await openSandbox(settings.sandbox, settings.sandboxDir);
  const device = await chooseDevice({ wanted: settings.device, sandbox, log: (line) => log.info(line) });
  const processors = slotProcessors();
  const database = openDatabase(url);
  const ending = new AbortController();
  const onError = (error: Error) => {
    if (error !== ending.signal.reason) log.error(error);
  };
  const queue = await openJobQueue({ url, supervise: true, onError });
  const models = fileModelStore(settings);
  const testSets = fileTestSetStore({ root: settings.testSetsDir });
  const ctx = { db: database.db, queue, now: () => new Date(), models, testSets };
  const effects = connectEffects({
    ctx,
    sandbox,
    device,
    processors,
    alarm: (facts, sentence) => log.warn(facts, sentence),
  });

  if (settings.evaluates !== "hidden")
    await queue.work("evaluate-original", async (job) => {
      const given = { ...job, signal: both(job.signal) };
      await evaluateOriginal(effects, given);
      await evaluatePublic(effects, given);
    });
  const weakness = weaknessOfSandbox(sandbox, process.getuid?.() === 0);
  if (weakness) log.warn(weakness);
  if (sandbox.kind === "none") log.warn("RUNG_SANDBOX=none: this worker leaves hidden test sets to others");
  const evaluatesHidden = sandbox.kind !== "none" && settings.evaluates !== "original";
  const slot = slotWatch();
  if (evaluatesHidden) {
    for (let lane = 0; lane < hiddenAtOnce; lane += 1)
      await queue.work("evaluate-hidden", (job) =>
        slot.during(() => evaluateHidden(effects, { ...job, signal: both(job.signal) })),
      );
    await queue.work("repeat-evaluation", (job) =>
      repeatEvaluation(effects, { ...job, signal: both(job.signal) }, slot),
    );
  }
  await queue.work("refresh-fits", ({ benchmarkId }) => refreshFits({ ctx, input: { benchmarkId } }));
  await queue.work("compare-predictions", (job) => comparePredictions({ ctx, input: job }));
  await queue.work("measure-adaptivity", (job) => measureAdaptivity({ ctx, input: job }));
  await queue.work("join-ladders", (job) => joinLadders({ ctx, input: job }));
  await queue.work("void-decision", (job) => answerVoidRequest({ ctx, input: job }));
  everyHour(() => sweepModelFiles({ ctx }), {
    signal: ending.signal,
    onError: (error) => log.error(error, "cannot sweep the model files"),
  });
  everyHour(() => recallFutureJobs(database.db), {
    signal: ending.signal,
    onError: (error) => log.error(error, "cannot look for jobs of the future"),
  });
  everyHour(() => withdrawExpired({ ctx }), {
    signal: ending.signal,
    onError: (error) => log.error(error, "cannot withdraw submissions that waited too long"),
  });
  await publishMissingLabels({ ctx }).catch((error: unknown) => log.error(error));
  await refreshAllFits({ ctx }).catch((error: unknown) => log.error(error));
  everyHour(() => closeDuePools({ ctx }), {
    signal: ending.signal,
    onError: (error) => log.error(error, "cannot close a pool"),
  });
  log.info({ sandbox: sandbox.kind, device, processors }, "waiting for submissions");
  process.send?.("ready");

  function both(signal: AbortSignal) {
    return AbortSignal.any([signal, ending.signal]);
  }

  async function stop() {
    if (ending.signal.aborted) return;
    ending.abort(new Error("the worker was told to stop"));
    await queue.stop();
    await database.end();
    process.exit(0);
  }
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  process.once("disconnect", stop);
}

main().catch((error: unknown) => {
  pino({ name: "worker" }).fatal(error);
  process.exit(1);
});
