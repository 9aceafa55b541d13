import type { z } from "zod";
import { RungError } from "../errors";
import { problemIn } from "./ask-site";

/** A site's public answers under `/api/v1`, whole or as they come. Throws `something_broke` when there is no answer. */
export function readFromSite(url: string) {
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(new URL(`/api/v1${path}`, url)).catch((error: Error) => {
      const reason = String((error.cause as Error | undefined)?.message ?? error.message);
      throw new RungError(
        "something_broke",
        `No answer from ${url} (${reason}).`,
        "Is this the site's address?",
      );
    });
    if (!response.ok) throw problemIn(await response.text(), response.status);
    return response;
  };
  return {
    async json<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
      return schema.parse(await (await get(path)).json());
    },
    async *chunks(path: string): AsyncGenerator<Uint8Array> {
      yield* (await get(path)).body!;
    },
  };
}
