import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { POST as submit } from "@/app/api/v1/submissions/route";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { tenClasses } from "../../../fixtures/ten-classes";
import type { Person } from "../open-test-site";
import { formOf } from "../submissions/form-of";
import { withToken } from "../visitor";
import { webTest } from "../web-test";
import { idOf, uploadClient } from "./upload-client";

type Settings = Parameters<typeof webTest>[0];

/** A test of what people may store, with files that are no models. */
export const storageTest = (settings: Settings) =>
  webTest(settings)
    .extend("slug", { scope: "file" }, async ({ site }) => {
      return (await makeBenchmark(site, { classes: tenClasses })).slug;
    })
    /** Submits as many bytes by a form, whose request says how large it is unless told not to; something may happen halfway. */
    .extend("sendForm", { scope: "file" }, ({ slug }) => {
      return async (who: Person, bytes: number, { announces = true, halfway = async () => {} } = {}) => {
        const metadata = JSON.stringify({ benchmark: slug, name: "no model" });
        const request = new Request("http://127.0.0.1", {
          method: "POST",
          body: formOf({ metadata, model: new Blob([randomBytes(bytes)]) }),
        });
        const body = Buffer.from(await request.arrayBuffer());
        async function* sent() {
          yield body.subarray(0, body.length / 2);
          await halfway();
          yield body.subarray(body.length / 2);
        }
        const headers: Record<string, string> = { "content-type": request.headers.get("content-type")! };
        if (announces) headers["content-length"] = String(body.length);
        return withToken(who.token)(submit, {
          method: "POST",
          body: Readable.toWeb(Readable.from(sent())) as BodyInit,
          headers,
        });
      };
    })
    /** Uploads as many bytes in pieces. */
    .extend("upload", { scope: "file" }, () => async (who: Person, bytes: number | Buffer) => {
      const content = typeof bytes === "number" ? randomBytes(bytes) : bytes;
      const client = uploadClient(who.token);
      const id = idOf(await client.begin(content.length));
      await client.send(id, 0, new Uint8Array(content));
      return id;
    });
