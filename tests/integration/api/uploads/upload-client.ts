import { answerUpload } from "@/server/api/uploads/answer-upload";

const base = "http://127.0.0.1:3000/api/v1/uploads";

/** Speaks the upload protocol to the site's code as one person. */
export function uploadClient(token: string | null) {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const ask = (method: string, id: string | undefined, headers: Record<string, string>, body?: BodyInit) => {
    const url = id === undefined ? base : `${base}/${id}`;
    const all = { "tus-resumable": "1.0.0", ...authorization, ...headers };
    return answerUpload(new Request(url, { method, headers: all, body, duplex: "half" } as RequestInit), id);
  };
  return {
    begin: (bytes: number, headers: Record<string, string> = {}) =>
      ask("POST", undefined, { "upload-length": String(bytes), ...headers }),
    send: (id: string, offset: number, body: BodyInit) =>
      ask(
        "PATCH",
        id,
        { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
        body,
      ),
    head: (id: string) => ask("HEAD", id, {}),
    remove: (id: string) => ask("DELETE", id, {}),
    async offset(id: string): Promise<number> {
      return Number((await ask("HEAD", id, {})).headers.get("upload-offset"));
    },
  };
}

export function idOf(response: Response): string {
  return response.headers.get("location")!.split("/").at(-1)!;
}

/** A body that breaks off after some bytes, as a lost connection does. */
export function brokenOffAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new Error("the connection was lost"));
      else if (bytes.length > 0) controller.enqueue(bytes);
      sent = true;
    },
  });
}
