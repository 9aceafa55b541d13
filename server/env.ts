import { join, resolve } from "node:path";
import { z } from "zod";
import { RungError } from "./errors";

/** ONNX's own limit for one file: a protobuf message is smaller than 2 GiB. */
const LARGEST_MODEL_BYTES = 2 ** 31 - 1;

const text = z.string().optional();
const wholeNumber = z.string().regex(/^\d+$/, "a whole number").transform(Number);
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, "an address like postgres://user:password@host:5432/name")
  .optional();

const settings = z.object({
  PORT: wholeNumber.refine((port) => port <= 65_535, "a port from 0 (any free one) to 65535").optional(),
  DATABASE_URL: databaseUrl,
  WORKER_DATABASE_URL: databaseUrl,
  WEB_DATABASE_URL: databaseUrl,
  AUDIT_DATABASE_URL: databaseUrl,
  RUNG_DATA_DIR: z.string().default(".rung"),
  RUNG_MODELS_DIR: text,
  RUNG_UPLOADS_DIR: text,
  RUNG_TEST_SETS_DIR: text,
  RUNG_MAX_MODEL_BYTES: wholeNumber
    .refine((bytes) => bytes > 0 && bytes <= LARGEST_MODEL_BYTES, `from 1 to ${LARGEST_MODEL_BYTES} bytes`)
    .default(LARGEST_MODEL_BYTES),
  RUNG_MAX_USER_BYTES: wholeNumber.default(20e9),
  RUNG_MIN_FREE_BYTES: wholeNumber.default(1e9),
  RUNG_DEVICE: z.enum(["auto", "cuda", "webgpu", "cpu"], "auto, cuda, webgpu or cpu").default("auto"),
  RUNG_SANDBOX: z
    .enum(["auto", "bwrap", "unshare", "landlock", "none"], "auto, bwrap, unshare, landlock or none")
    .default("auto"),
  RUNG_EVALUATES: z.enum(["both", "original", "hidden"], "both, original or hidden").default("both"),
  RUNG_TOKEN: text,
  RUNG_PROXIES: wholeNumber.refine((count) => count <= 9, "how many proxies, 0 to 9").default(0),
  RUNG_LOCAL_SIGN_IN: z.enum(["1"], "1, or absent").optional(),
  NEXTAUTH_SECRET: z.string().min(16, "at least 16 characters").optional(),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: "an address like https://rung.example.org" }).optional(),
  GITHUB_ID: text,
  GITHUB_SECRET: text,
  GITHUB_URL: z
    .url({ protocol: /^https?$/, error: "an address like https://github.example.org" })
    .default("https://github.com"),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/, error: "an address like https://github.example.org/api/v3" })
    .default("https://api.github.com"),
  INIT_CWD: text,
  NODE_ENV: z
    .enum(["development", "production", "test"], "development, production or test")
    .default("development"),
});

type Settings = z.infer<typeof settings>;
type EnvironmentRecord = Readonly<Record<string, string | undefined>>;

/** The settings, parsed: absolute paths, sizes in bytes; database addresses only if given. */
export type Environment = Readonly<ReturnType<typeof describe>>;

/**
 * Reads the settings from a record of environment variables; an empty value counts as absent. `cwd` is used if `INIT_CWD`, the
 * folder where the person typed the command, is not set. Throws `not_configured`, naming every invalid setting, but never its
 * value, which may contain a password.
 */
export function parseEnvironment(record: EnvironmentRecord, cwd = process.cwd()): Environment {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wants = parsed.error.issues.map(
      (issue) => `${issue.path.join(".")} should be ${issue.message.replace(/^Invalid input: /, "")}`,
    );
    throw new RungError("not_configured", `${wants.join("; ")}.`, "Correct these settings, or unset them.");
  }
  if (Boolean(parsed.data.GITHUB_ID) !== Boolean(parsed.data.GITHUB_SECRET)) {
    throw new RungError(
      "not_configured",
      "GITHUB_ID and GITHUB_SECRET only work together.",
      "Set both or neither.",
    );
  }
  return Object.freeze(describe(parsed.data, cwd));
}

function describe(given: Settings, cwd: string) {
  const workingDirectory = resolve(given.INIT_CWD ?? cwd);
  const dataDir = resolve(workingDirectory, given.RUNG_DATA_DIR);
  const productionSettings = namesOfProductionSettings(given);
  return {
    port: given.PORT ?? 3000,
    portGiven: given.PORT !== undefined,
    databaseUrl: given.DATABASE_URL,
    workerDatabaseUrl: given.WORKER_DATABASE_URL,
    webDatabaseUrl: given.WEB_DATABASE_URL,
    auditDatabaseUrl: given.AUDIT_DATABASE_URL,
    dataDir,
    modelsDir: resolve(workingDirectory, given.RUNG_MODELS_DIR ?? join(dataDir, "models")),
    /** On the models' disk, so that a finished upload need not be copied. */
    uploadsDir: resolve(
      workingDirectory,
      given.RUNG_UPLOADS_DIR ?? join(given.RUNG_MODELS_DIR ?? dataDir, "uploads"),
    ),
    testSetsDir: resolve(workingDirectory, given.RUNG_TEST_SETS_DIR ?? join(dataDir, "test-sets")),
    /** A cache of the programs that run models; anyone who can write there decides what a worker runs. */
    sandboxDir: join(dataDir, "sandbox"),
    maxModelBytes: given.RUNG_MAX_MODEL_BYTES,
    /** The most that may be stored for one person. */
    maxUserBytes: given.RUNG_MAX_USER_BYTES,
    /** What uploads leave free on their disk. */
    minFreeBytes: given.RUNG_MIN_FREE_BYTES,
    device: given.RUNG_DEVICE,
    sandbox: given.RUNG_SANDBOX,
    /** The test sets on which a worker on this machine runs models. */
    evaluates: given.RUNG_EVALUATES,
    /** Proxies in front of the site, each of which adds the address that asked it to X-Forwarded-For. */
    proxies: given.RUNG_PROXIES,
    token: given.RUNG_TOKEN,
    nextAuthSecret: given.NEXTAUTH_SECRET,
    nextAuthUrl: given.NEXTAUTH_URL,
    githubId: given.GITHUB_ID,
    githubSecret: given.GITHUB_SECRET,
    githubUrl: given.GITHUB_URL.replace(/\/$/, ""),
    githubApiUrl: given.GITHUB_API_URL.replace(/\/$/, ""),
    workingDirectory,
    nodeEnv: given.NODE_ENV,
    productionSettings,
    /** `start` and `web` set RUNG_LOCAL_SIGN_IN for the site when, and only when, it listens on loopback. */
    localSignInAllowed: given.RUNG_LOCAL_SIGN_IN === "1" && productionSettings.length === 0,
  };
}

/**
 * The settings that say "others use this site". They exclude the web's and the auditor's database addresses, because `start` sets
 * those for the embedded database.
 */
function namesOfProductionSettings(given: Settings): string[] {
  const always = ["DATABASE_URL", "WORKER_DATABASE_URL", "GITHUB_ID", "GITHUB_SECRET"] as const;
  const names: string[] = always.filter((name) => given[name] !== undefined);
  if (given.NEXTAUTH_URL !== undefined && !isLoopback(new URL(given.NEXTAUTH_URL).hostname)) {
    names.push("NEXTAUTH_URL");
  }
  if (given.RUNG_PROXIES > 0) names.push("RUNG_PROXIES");
  return names;
}

/** True for a host name or address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The environment for a child process (PATH, HOME, ...) without our settings: each child is given its own. */
export function environmentWithoutSettings(record: EnvironmentRecord = process.env): Record<string, string> {
  const ours = new Set(Object.keys(settings.shape));
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => {
      const [name, value] = entry;
      return value !== undefined && !ours.has(name);
    }),
  );
}

let parsedOnce: Environment | undefined;

/** This process's settings, parsed at the first call. */
export function env(): Environment {
  parsedOnce ??= parseEnvironment(process.env);
  return parsedOnce;
}
