import type { Predictions } from "../../leaderboards/errors/list-predictions";
import type { Call } from "../handle";
import { openAnswersQuerySchema } from "../routers/entries";
import { csvAnswer } from "./csv-answer";
import { type Columns, csvTable } from "./csv-table";

const columns: Columns<Predictions["rows"][number]> = {
  image: ({ image }) => image,
  file: ({ file }) => file,
  label: ({ label }) => label,
  label_name: ({ labelName }) => labelName,
  prediction: ({ prediction }) => prediction,
  prediction_name: ({ predictionName }) => predictionName,
  right: ({ right }) => right,
};

/** What an entry says on every image of a public test set, as CSV. */
export async function getPredictionsAnswer({ api, params, query }: Call<{ id: string }>): Promise<Response> {
  const { rows } = await api.entries.predictions(openAnswersQuerySchema.parse({ ...query, ...params }));
  return csvAnswer(csvTable(columns, rows), `${params.id}-predictions`);
}
