import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface GithubPerson {
  id: number;
  login: string;
  email: string | null;
  created_at?: string;
  /** What /user/emails tells; null where the token may not read it. */
  emails?: { email: string; verified: boolean }[] | null;
  organisations?: string[];
}

/**
 * GitHub's addresses of a sign-in, on loopback: it checks the client, its secret, the code, and the proof of PKCE. What a signed-in
 * person has of addresses and organisations it tells to their own token only.
 */
export async function startFakeGithub({
  clientId,
  clientSecret,
}: {
  clientId: string;
  clientSecret: string;
}) {
  const codes = new Map<string, string>();
  const tokens = new Set<string>();
  const asked: string[] = [];
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
  const about = (path: string, request: IncomingMessage, response: ServerResponse) => {
    const token = request.headers.authorization?.split(" ")[1] ?? "";
    asked.push(path);
    if (!tokens.has(token)) return sendJson(response, 401, { message: "Bad credentials" });
    const { emails = null, organisations = [], ...profile } = person;
    if (path === "/user/emails") {
      return emails ? sendJson(response, 200, emails) : sendJson(response, 404, { message: "Not Found" });
    }
    if (path === `/users/${person.login}/orgs`) {
      return sendJson(
        response,
        200,
        organisations.map((login) => ({ login, id: 1 })),
      );
    }
    sendJson(response, 200, {
      ...profile,
      name: "A display name",
      avatar_url: "https://avatars.example.org/1",
    });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    if (url.pathname === "/login/oauth/authorize") authorize(url, response);
    else if (url.pathname === "/login/oauth/access_token") void exchange(request, response);
    else if (url.pathname.startsWith("/api/v3/user")) about(url.pathname.slice(7), request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    apiUrl: `${url}/api/v3`,
    /** The paths of the API that were asked for. */
    asked,
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
