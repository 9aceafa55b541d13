// Loaded before the site. Next hands a route's content type on as a list of one, which its own compression does not know for a
// type, so that no route's answer would be compressed (vercel/next.js#98007). It goes when Next is mended.
import { ServerResponse } from "node:http";

const { setHeader } = ServerResponse.prototype;

ServerResponse.prototype.setHeader = function (name, value) {
  const isListOfOne = Array.isArray(value) && value.length === 1 && name.toLowerCase() === "content-type";
  return setHeader.call(this, name, isListOfOne ? value[0] : value);
};
