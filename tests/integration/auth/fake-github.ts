import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface GithubPerson {
  id: number;
  login: string;
  email: string | null;
}

/** GitHub's three addresses of a sign-in, on loopback: it checks the client, its secret, the code, and the proof of PKCE. */
export async function startFakeGithub({
  clientId,
  clientSecret,
}: {
  clientId: string;
  clientSecret: string;
}) {
  const codes = new Map<string, string>();
  const tokens = new Set<string>();
  let person: GithubPerson = { id: 1, login: "octocat", email: null };

  const authorize = (url: URL, response: ServerResponse) => {
    if (url.searchParams.get("client_id") !== clientId) return void response.writeHead(404).end();
    const code = randomBytes(8).toString("hex");
    codes.set(code, url.searchParams.get("code_challenge") ?? "");
    const back = new URL(url.searchParams.get("redirect_uri")!);
    back.searchParams.set("code", code);
    back.searchParams.set("state", url.searchParams.get("state") ?? "");
    response.writeHead(302, { location: back.toString() }).end();
  };
  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await textOf(request));
    const basic = Buffer.from(
      request.headers.authorization?.replace("Basic ", "") ?? "",
      "base64",
    ).toString();
    const [id, secret] = basic.includes(":")
      ? basic.split(":")
      : [form.get("client_id"), form.get("client_secret")];
    const challenge = codes.get(form.get("code") ?? "");
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (id !== clientId || secret !== clientSecret || challenge !== proof) {
      return sendJson(response, 400, { error: "bad_verification_code" });
    }
    codes.delete(form.get("code")!);
    const token = randomBytes(8).toString("hex");
    tokens.add(token);
    sendJson(response, 200, { access_token: token, token_type: "bearer", scope: "" });
  };
  const user = (request: IncomingMessage, response: ServerResponse) => {
    const token = request.headers.authorization?.split(" ")[1] ?? "";
    if (!tokens.has(token)) return sendJson(response, 401, { message: "Bad credentials" });
    sendJson(response, 200, {
      ...person,
      name: "A display name",
      avatar_url: "https://avatars.example.org/1",
    });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    if (url.pathname === "/login/oauth/authorize") authorize(url, response);
    else if (url.pathname === "/login/oauth/access_token") void exchange(request, response);
    else if (url.pathname === "/api/v3/user") user(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    apiUrl: `${url}/api/v3`,
    /** Who sits before the browser. */
    signedIn: (who: GithubPerson) => void (person = who),
    close: () => void server.close(),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
