import type { SvgNode } from "./svg-node";

/** A drawing as text, for files and for pages; names are escaped. */
export function svgText({ tag, attributes, children }: SvgNode): string {
  const own = Object.entries(attributes).map(
    ([name, value]) => ` ${attributeName(name)}="${escapeText(String(value))}"`,
  );
  const inner = children
    .map((child) => (typeof child === "string" ? escapeText(child) : svgText(child)))
    .join("");
  return inner === "" ? `<${tag}${own.join("")}/>` : `<${tag}${own.join("")}>${inner}</${tag}>`;
}

/** React writes attributes in camel case; in SVG only some are. */
function attributeName(name: string): string {
  if (name === "className") return "class";
  if (name === "viewBox" || name.startsWith("data-")) return name;
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// Characters that XML 1.0 cannot hold in any form; a name may contain them.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeText(text: string): string {
  return text
    .replace(forbidden, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
