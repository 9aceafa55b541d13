import { z } from "zod";
import { plain } from "./plain";

/** An address on the web: http or https, a host, and no name or password before it, which only ever misleads. */
const shape = /^https?:\/\/[^\s/?#@\\]+([/?#][^\s]*)?$/i;
const most = 2000;

/** Takes an address that a page may link to. */
export function webAddress(error: string) {
  return z
    .url({ protocol: /^https?$/, error })
    .regex(shape, error)
    .max(most, error)
    .check(plain);
}

/** The address, if a page may link to it; else null. */
export function linkable(address: string): string | null {
  return shape.test(address) && URL.canParse(address) ? address : null;
}
