import { apiHeaders } from "../security-headers";

/** An answer of one JSON object a line, a page at a time as the reader takes it. */
export function ndjsonAnswer(pages: AsyncGenerator<object[]>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((line) => `${JSON.stringify(line)}\n`).join("")));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return new Response(body, {
    headers: { ...apiHeaders, "content-type": "application/x-ndjson; charset=utf-8" },
  });
}
