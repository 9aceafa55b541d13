import type { ClassErrors } from "../../leaderboards/errors/entry-errors-schema";
import type { Call } from "../handle";
import { openAnswersQuerySchema } from "../routers/entries";
import { apiHeaders } from "../security-headers";
import { csvAnswer } from "./csv-answer";
import { type Columns, csvTable } from "./csv-table";
import { formatSchema } from "./format-schema";

const columns: Columns<ClassErrors> = {
  index: ({ index }) => index,
  name: ({ name }) => name,
  synset: ({ synset }) => synset,
  total: ({ total }) => total,
  correct: ({ correct }) => correct,
  accuracy: ({ accuracy }) => accuracy,
  lower: ({ interval }) => interval?.lower,
  upper: ({ interval }) => interval?.upper,
  taken_for: ({ takenFor }) => takenFor?.index,
  taken_for_images: ({ takenFor }) => takenFor?.images,
};

/** An entry's errors on a public test set, as JSON or, by class, as CSV. */
export async function getEntryErrorsAnswer({ api, params, query }: Call<{ id: string }>): Promise<Response> {
  const format = formatSchema.parse(query.format);
  const errors = await api.entries.errors(openAnswersQuerySchema.parse({ ...query, ...params }));
  if (format === "json") return Response.json(errors, { headers: apiHeaders });
  return csvAnswer(csvTable(columns, errors.classes), `${params.id}-classes`);
}
