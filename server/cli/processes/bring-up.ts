import { openSandbox } from "../../../workers/model-run/open-sandbox";
import { weaknessOfSandbox } from "../../../workers/sandbox/weakness-of-sandbox";
import type { Environment } from "../../env";
import { fileModelStore } from "../../model-store/file-model-store";
import { seed } from "../../seed/seed";
import { fileTestSetStore } from "../../test-set-store/file-test-set-store";
import { makeDataFolder } from "../make-data-folder";
import { buildSite } from "./build-site";
import { type ChildProgram, siteProgram, workerProgram } from "./child-programs";
import { findPort } from "./find-port";
import { persistNextAuthSecret } from "./persist-next-auth-secret";
import { refuseStrongRole } from "./refuse-strong-role";
import { runChild } from "./run-child";
import { supervise } from "./supervise";
import { superviseDatabase } from "./supervise-database";
import { waitUntilHealthy } from "./wait-until-healthy";

const HOST = "127.0.0.1";
const GRACE_MS = 4000;

interface Start {
  environment: Environment;
  log: (line: string) => void;
  ending: AbortSignal;
  /** Collects the clean-up for the end, to run in reverse order. */
  atEnd: (() => Promise<void>)[];
}

/**
 * Checks what is needed, builds the site if its sources have changed, opens the database, migrates, seeds, and starts the site
 * and one worker. Resolves with the address once the site answers and the worker waits for submissions. Throws a RungError saying
 * what to install if something is missing, and the signal's reason when aborted.
 */
export async function bringUp({ environment, log, ending, atEnd }: Start): Promise<string> {
  await makeDataFolder(environment.dataDir);
  const sandbox = await openSandbox(environment.sandbox, environment.sandboxDir);
  const weakness = weaknessOfSandbox(sandbox, process.getuid?.() === 0);
  if (weakness) log(`warning: ${weakness}`);
  await buildSite(log, ending);
  const database = await superviseDatabase(environment, log);
  atEnd.push(database.close);
  const [webUrl, workerUrl] = [database.addressOf("web"), database.addressOf("worker")];
  await refuseStrongRole(webUrl);
  ending.throwIfAborted();
  const models = fileModelStore(environment);
  const testSets = fileTestSetStore({ root: environment.testSetsDir });
  await seed({ ownerUrl: database.addressOf("owner"), models, testSets, log });
  ending.throwIfAborted();
  const nextAuthSecret = await persistNextAuthSecret(environment);
  const wanted = { port: environment.port, host: HOST, isSet: environment.portGiven };
  const port = await findPort(wanted, log);
  const auditUrl = environment.databaseUrl ? environment.auditDatabaseUrl : database.addressOf("audit");
  let workerIsReady = () => {};
  const workerReady = new Promise<void>((resolve) => (workerIsReady = resolve));
  const children = [
    superviseChild(siteProgram({ environment, host: HOST, port, webUrl, auditUrl, nextAuthSecret }), log),
    superviseChild(workerProgram(environment, workerUrl), log, workerIsReady),
  ];
  atEnd.push(async () => void (await Promise.all(children.map(async (child) => await child.stop(GRACE_MS)))));
  const url = `http://${HOST}:${port}`;
  await Promise.all([waitUntilHealthy(url, { ending }), orEnding(workerReady, ending)]);
  return url;
}

function superviseChild(program: ChildProgram, log: (line: string) => void, onReady?: () => void) {
  return supervise(program.name, () => runChild(program, onReady), log, { now: () => performance.now() });
}

function orEnding(wanted: Promise<void>, ending: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    ending.addEventListener("abort", () => reject(ending.reason), { once: true });
    void wanted.then(resolve);
  });
}
