import { isIP, isIPv6 } from "node:net";
import { headerValues, type Received } from "./received";

/**
 * The address that a request is counted under: where it came from, or what that many declared proxies say of where they were asked
 * from. What was in `X-Forwarded-For` before theirs is only the client's claim, and with no proxy declared all of it is. One IPv6
 * network (/64) is one client, because whoever has one address of it has them all.
 */
export function clientAddress(request: Received | null, { proxies }: { proxies: number }): string {
  if (!request) return "unknown";
  const claimed = headerValues(request, "x-forwarded-for").flatMap((value) => value.split(","));
  const hops = [request.peer ?? "", ...claimed.map(withoutPort).reverse()];
  return networkOf(hops[Math.min(proxies, hops.length - 1)]!) || "unknown";
}

function withoutPort(hop: string): string {
  const text = hop.trim();
  return isIP(text) ? text : text.replace(/^\[(.*)\](:\d+)?$|^([^:]*):\d+$/, "$1$3");
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [before = [], after] = plain.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = after ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0") : [];
  const groups = [...before, ...zeros, ...(after ?? [])].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
  return `${groups.slice(0, 4).join(":")}::/64`;
}
