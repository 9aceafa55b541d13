import { isLoopback } from "../env";

/** Whether a request names this machine by a loopback host: a page that rebinds its own name to 127.0.0.1 fails here. */
export function hostIsLoopback(host: string | null | undefined): boolean {
  if (!host || /[@/?#\\]/.test(host) || !URL.canParse(`http://${host}`)) return false;
  return isLoopback(new URL(`http://${host}`).hostname);
}
