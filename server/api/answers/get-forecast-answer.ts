import { forecastQuerySchema } from "../../leaderboards/schemas/forecast-schema";
import type { Call } from "../handle";

/** What a model of some original accuracy will score; with a token, how probably it climbs for its team. */
export function getForecastAnswer({ api, params, query }: Call<{ slug: string }>) {
  return api.leaderboards.forecast(forecastQuerySchema.parse({ ...query, ...params }));
}
