// Loaded before the site. Next passes a route's content type on as a list of one, which its own compression does not recognise,
// so no route's answer would be compressed (vercel/next.js#98007). Remove this when Next is fixed.
import { ServerResponse } from "node:http";

const { setHeader } = ServerResponse.prototype;

ServerResponse.prototype.setHeader = function (name, value) {
  const isListOfOne = Array.isArray(value) && value.length === 1 && name.toLowerCase() === "content-type";
  return setHeader.call(this, name, isListOfOne ? value[0] : value);
};
