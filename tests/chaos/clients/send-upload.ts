import { brokenOffAfter } from "../../integration/api/uploads/upload-client";
import type { Chance } from "../chance";
import type { Answer, Client } from "./decent-client";

const protocol = { "tus-resumable": "1.0.0" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

/**
 * Sends a file by the resumable protocol, breaking off at times and resuming where the site says; one who gives up
 * removes it half sent, or leaves it.
 * @returns the upload's id, or the answer that refused it
 */
export async function sendUpload(
  client: Client,
  bytes: Uint8Array,
  given: { benchmark: string; asks: boolean; chance: Chance; givesUp?: boolean },
): Promise<{ id: string } | { refused: Answer }> {
  const { benchmark, asks, chance } = given;
  const metadata = [`filename ${base64("model.onnx")}`, `benchmark ${base64(benchmark)}`];
  if (asks) metadata.push(`goOn ${base64("ask")}`);
  const announced = { "upload-length": String(bytes.length), "upload-metadata": metadata.join(",") };
  for (;;) {
    const begun = await client.ask("POST", "/uploads", { headers: { ...protocol, ...announced } });
    if (begun.status !== 201) return { refused: begun };
    const id = begun.headers.get("location")!.split("/").at(-1)!;
    if (given.givesUp) {
      if (chance.is(0.5)) await client.ask("DELETE", `/uploads/${id}`, { headers: protocol });
      return { id };
    }
    // One whose site died before its first byte was stored is begun anew.
    if (await sendRest(client, id, bytes, chance)) return { id };
  }
}

/** False where the site knows nothing of the upload. */
async function sendRest(client: Client, id: string, bytes: Uint8Array, chance: Chance): Promise<boolean> {
  for (;;) {
    const at = await client.ask("HEAD", `/uploads/${id}`, { headers: protocol });
    if (at.status === 404 || at.status === 410) return false;
    const offset = Number(at.headers.get("upload-offset"));
    if (offset === bytes.length) return true;
    const rest = bytes.subarray(offset);
    const part = rest.subarray(0, Math.max(1, chance.whole(rest.length)));
    const isCut = chance.is(0.4);
    const headers = {
      ...protocol,
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
    };
    const body = () => (isCut ? brokenOffAfter(part) : (rest as Uint8Array<ArrayBuffer>));
    await client.once("PATCH", `/uploads/${id}`, { headers, body });
  }
}
