import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { processWide } from "../web-process/process-wide";

/** The process's metrics for Prometheus: its own resources and its requests, never anything about a test set. */
export function metrics(): { registry: Registry; requests: Histogram } {
  return processWide("metrics", () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const requests = new Histogram({
      name: "rung_http_request_duration_seconds",
      help: "Time to answer an API request, in seconds",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers: [registry],
    });
    return { registry, requests };
  });
}

/** Counts one answered request under its route: the address with its parts' names in place of their values. */
export function countRequest(answered: { request: Request; params: unknown; status: number; ms: number }) {
  const { request, params, status, ms } = answered;
  const route = routeOf(new URL(request.url).pathname, params);
  metrics().requests.observe({ method: request.method, route, status }, ms / 1000);
}

export function routeOf(pathname: string, params: unknown): string {
  let route = pathname;
  for (const [name, value] of Object.entries(params ?? {})) {
    for (const part of [value].flat()) {
      route = route.replace(`/${encodeURIComponent(part)}`, `/{${name}}`);
    }
  }
  return route;
}
