import { get } from "node:http";

/** Times in ms since the request; bytes of the body as sent. */
export interface Answer {
  firstByte: number;
  lastByte: number;
  bytes: number;
  encoding: string;
}

/** Asks for an address, compressed, and reads the answer to its end. Throws where that is not 200. */
export function ask(address: string): Promise<Answer> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(address, { headers: { "accept-encoding": "gzip" } }, (response) => {
      const firstByte = performance.now() - start;
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode !== 200) return reject(new Error(`${address}: ${response.statusCode}`));
        const encoding = response.headers["content-encoding"] ?? "identity";
        return resolve({ firstByte, lastByte: performance.now() - start, bytes, encoding });
      });
    });
    request.on("error", reject);
  });
}
