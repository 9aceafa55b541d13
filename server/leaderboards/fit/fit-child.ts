import { type TrendModel, type TrendOptions, trend } from "../../statistics/trend";

process.on("message", ({ models, options }: { models: TrendModel[]; options: TrendOptions }) => {
  process.send?.(trend(models, options));
});
