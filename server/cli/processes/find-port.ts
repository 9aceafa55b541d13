import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { RungError } from "../../errors";

const NEIGHBOURS = 20;

/**
 * A port for the site. 0 asks for any free one. A port set by the person must become free within a moment (a site whose parent was
 * killed just now holds it for three seconds more); the default gives way to the next free port, and the log says so.
 */
export async function findPort(
  wanted: { port: number; host: string; isSet: boolean },
  log: (line: string) => void,
  patienceMs = 6000,
): Promise<number> {
  const { port, host } = wanted;
  const found = await freePort(port, host, patienceMs);
  if (found !== undefined) return found;
  for (let next = port + 1; !wanted.isSet && next <= port + NEIGHBOURS; next++) {
    if ((await freePort(next, host, 0)) === undefined) continue;
    log(`port ${port} is taken by another program; using ${next}`);
    return next;
  }
  throw new RungError(
    "not_configured",
    `Port ${port} on ${host} is taken by another program.`,
    "Stop that program, or set PORT to a free port (0: any).",
  );
}

async function freePort(port: number, host: string, patienceMs: number): Promise<number | undefined> {
  for (let waited = 0; ; waited += 100) {
    const server = createServer();
    server.listen(port, host);
    try {
      await once(server, "listening");
      return (server.address() as { port: number }).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES") {
        throw new RungError(
          "not_configured",
          `You do not have permission to use port ${port}.`,
          "Set PORT above 1023.",
        );
      }
      if (code !== "EADDRINUSE") throw error;
      if (waited >= patienceMs) return undefined;
    } finally {
      server.close();
    }
    await sleep(100);
  }
}
