import { join } from "node:path";
import { type Environment, environmentWithoutSettings, isLoopback } from "../../env";
import { repository } from "./repository";

/** A program to run as a child: a node command line, with the settings it needs and no others. */
export interface ChildProgram {
  name: string;
  arguments: string[];
  environment: Record<string, string>;
}

interface SiteSettings {
  environment: Environment;
  host: string;
  port: number;
  webUrl: string;
  /** For the maintainers' pages, which say so if it is absent. */
  auditUrl?: string | undefined;
  nextAuthSecret: string;
}

const besideUs = (file: string) => join(repository, "server/cli/processes", file);
const loadedFirst = (file: string) => ["--import", besideUs(file)];
const endWithParent = loadedFirst("end-with-parent.mjs");

/** The site: it is given only the web role's database address, the auditor's where maintainers work, and the models' folders. */
export function siteProgram({
  environment,
  host,
  port,
  webUrl,
  auditUrl,
  nextAuthSecret,
}: SiteSettings): ChildProgram {
  const mayOfferLocalSignIn = isLoopback(host) && environment.productionSettings.length === 0;
  return {
    name: "site",
    arguments: [
      ...endWithParent,
      ...loadedFirst("one-content-type.mjs"),
      ...loadedFirst("remember-received.mjs"),
      ...loadedFirst("refuse-unreadable.mjs"),
      join(repository, "node_modules/next/dist/bin/next"),
      "start",
      "-H",
      host,
      "-p",
      String(port),
    ],
    environment: {
      ...environmentWithoutSettings(),
      ...present({
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        FONTCONFIG_FILE: besideUs("fonts.conf"),
        PORT: String(port),
        WEB_DATABASE_URL: webUrl,
        AUDIT_DATABASE_URL: auditUrl,
        RUNG_MODELS_DIR: environment.modelsDir,
        RUNG_UPLOADS_DIR: environment.uploadsDir,
        RUNG_MAX_MODEL_BYTES: String(environment.maxModelBytes),
        RUNG_PROXIES: String(environment.proxies),
        RUNG_MAX_USER_BYTES: String(environment.maxUserBytes),
        RUNG_MIN_FREE_BYTES: String(environment.minFreeBytes),
        RUNG_LOCAL_SIGN_IN: mayOfferLocalSignIn ? "1" : undefined,
        NEXTAUTH_SECRET: nextAuthSecret,
        NEXTAUTH_URL: environment.nextAuthUrl ?? (isLoopback(host) ? `http://${host}:${port}` : undefined),
        GITHUB_ID: environment.githubId,
        GITHUB_SECRET: environment.githubSecret,
        GITHUB_URL: environment.githubUrl,
        GITHUB_API_URL: environment.githubApiUrl,
      }),
    },
  };
}

/** A worker: it is given only the worker role's database address. */
export function workerProgram(environment: Environment, workerUrl: string): ChildProgram {
  return {
    name: "worker",
    arguments: [...endWithParent, "--import", "tsx", join(repository, "workers/main.ts")],
    environment: {
      ...environmentWithoutSettings(),
      NODE_ENV: "production",
      ORT_DISABLE_TELEMETRY: "1",
      WORKER_DATABASE_URL: workerUrl,
      RUNG_DATA_DIR: environment.dataDir,
      RUNG_MODELS_DIR: environment.modelsDir,
      RUNG_UPLOADS_DIR: environment.uploadsDir,
      RUNG_TEST_SETS_DIR: environment.testSetsDir,
      RUNG_MAX_MODEL_BYTES: String(environment.maxModelBytes),
      RUNG_DEVICE: environment.device,
      RUNG_SANDBOX: environment.sandbox,
      RUNG_EVALUATES: environment.evaluates,
    },
  };
}

function present(record: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
