import { z } from "zod";
import type { ClassList } from "../../benchmarks/list-classes";
import type { Call } from "../handle";
import { apiHeaders } from "../security-headers";
import { csvAnswer } from "./csv-answer";
import { type Columns, csvTable } from "./csv-table";

/** The format of a class list: `text` is one name a line, as `benchmark create --classes` reads it. */
export const classFormatSchema = z.enum(["json", "csv", "text"]).default("json");

const columns: Columns<ClassList["classes"][number]> = {
  index: ({ index }) => index,
  name: ({ name }) => name,
  synset: ({ synset }) => synset,
};

/** A benchmark's classes in the order of a model's scores. */
export async function getClassesAnswer({ api, params, query }: Call<{ slug: string }>): Promise<Response> {
  const format = classFormatSchema.parse(query.format);
  const list = await api.benchmarks.classes(params);
  if (format === "csv") return csvAnswer(csvTable(columns, list.classes), `${params.slug}-classes`);
  if (format === "json") return Response.json(list, { headers: apiHeaders });
  const headers = new Headers(apiHeaders);
  headers.set("content-type", "text/plain; charset=utf-8");
  return new Response(list.classes.map(({ name }) => `${name}\n`).join(""), { headers });
}
