import type { SvgNode } from "./svg-node";

/** A drawing as text, for files and for pages; whatever a name holds, it stays text. */
export function svgText({ tag, attributes, children }: SvgNode): string {
  const own = Object.entries(attributes).map(
    ([name, value]) => ` ${attributeName(name)}="${escapeText(String(value))}"`,
  );
  const inner = children
    .map((child) => (typeof child === "string" ? escapeText(child) : svgText(child)))
    .join("");
  return inner === "" ? `<${tag}${own.join("")}/>` : `<${tag}${own.join("")}>${inner}</${tag}>`;
}

/** React's names are the file's in camel case, save those that are so in SVG itself. */
function attributeName(name: string): string {
  if (name === "className") return "class";
  if (name === "viewBox" || name.startsWith("data-")) return name;
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// What XML 1.0 cannot hold at all is dropped: a name may contain it.
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeText(text: string): string {
  return text
    .replace(unspeakable, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
