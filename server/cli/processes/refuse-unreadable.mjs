// Loaded before the site. Next answers an address that is no UTF-8 with 500 before any of our code sees it, and the database takes no
// NUL: both are the sender's mistake, told here once for pages, data and everything else.
import { Server } from "node:http";

const detail = "The address has the character U+0000, or its path is no UTF-8.";
const hint = "Correct it and ask again.";
const problem = JSON.stringify({
  type: "about:blank",
  title: "The input is invalid",
  status: 400,
  detail,
  code: "bad_input",
  hint,
  problems: [],
});

const { emit } = Server.prototype;

Server.prototype.emit = function (event, request, response, ...rest) {
  if (event !== "request" || isReadable(request.url))
    return emit.call(this, event, request, response, ...rest);
  const isData = request.url.startsWith("/api/");
  response.writeHead(400, {
    "content-type": isData ? "application/problem+json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(isData ? problem : `${detail} ${hint}\n`);
  return true;
};

function isReadable(target) {
  if (/%00/.test(target)) return false;
  try {
    decodeURIComponent(target.split("?")[0]);
    return true;
  } catch {
    return false;
  }
}
