import { parseArgs } from "node:util";
import { env } from "../../env";
import { RungError } from "../../errors";
import { openDatabaseAddresses } from "../database-addresses";
import type { Io } from "../io";
import { makeDataFolder } from "../make-data-folder";
import { buildSite } from "../processes/build-site";
import { siteProgram } from "../processes/child-programs";
import { persistNextAuthSecret } from "../processes/persist-next-auth-secret";
import { refuseReadableTestSets } from "../processes/refuse-readable-test-sets";
import { refuseStrongRole } from "../processes/refuse-strong-role";
import { runUntilSignal } from "../processes/run-until-signal";

/**
 * `rung web`: runs only the site, until SIGINT or SIGTERM. It refuses to start with a database role that can read exact counts
 * or, in production, if it could read the test sets.
 */
export async function web(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { host: { type: "string", default: "127.0.0.1" } } });
  const environment = env();
  const log = (line: string) => io.stderr(`${line}\n`);
  if (environment.nextAuthSecret === undefined && environment.productionSettings.length > 0) {
    throw new RungError(
      "not_configured",
      `NEXTAUTH_SECRET is not set, although ${environment.productionSettings[0]} is.`,
      "Set the same long random value for every copy of the site, for example from: openssl rand -hex 32",
    );
  }
  if (environment.nextAuthUrl?.startsWith("https://") && environment.proxies === 0) {
    log(
      "warning: NEXTAUTH_URL is https, which the site itself does not speak, but no proxy is declared: all its clients will count as one, and share its limits. Set RUNG_PROXIES to the number of proxies in front.",
    );
  }
  await refuseReadableTestSets(environment);
  await makeDataFolder(environment.modelsDir);
  await buildSite(log);
  const database = await openDatabaseAddresses(environment, log);
  try {
    const webUrl = database.addressOf("web");
    await refuseStrongRole(webUrl);
    const nextAuthSecret = await persistNextAuthSecret(environment);
    const auditUrl = environment.auditDatabaseUrl;
    const site = { environment, host: values.host, port: environment.port, webUrl, auditUrl, nextAuthSecret };
    return await runUntilSignal(siteProgram(site));
  } finally {
    await database.close();
  }
}
