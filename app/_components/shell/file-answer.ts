import { commonHeaders } from "@/server/api/security-headers";

const types = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
} as const;

/** A file to download, under a name that says what is in it; never cached on the way, since scores change. */
export function fileAnswer(
  body: string | Uint8Array<ArrayBuffer>,
  { name, kind }: { name: string; kind: keyof typeof types },
): Response {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, "-");
  return new Response(body, {
    headers: {
      ...commonHeaders,
      "content-type": types[kind],
      "content-disposition": `attachment; filename="${safe}.${kind}"`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "cache-control": "no-store",
    },
  });
}
