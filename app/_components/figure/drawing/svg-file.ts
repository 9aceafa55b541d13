import type { SvgNode } from "../../plot/svg-node";
import { svgText } from "../../plot/svg-text";

const sheet = `
.plot{font-family:"Inter Variable",Inter,Helvetica,Arial,"DejaVu Sans","Liberation Sans",sans-serif}
.grid{stroke:#e3e2dc}.tick,.aside{font-size:12px;fill:#5d636c}.axis{font-size:13px;fill:#5d636c}
.label{font-size:12px;fill:#1a1d21;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}.leader{stroke:#5d636c;stroke-width:.8}
.identity{stroke:#5d636c;stroke-dasharray:2 4}.fit{stroke:#1a1d21;stroke-width:1.6}.beyond{stroke-width:1;stroke-dasharray:5 4}
.band{fill:#1a1d21;fill-opacity:.1}.reference{fill:#85898f;stroke:#fff}.entry{fill:#1a1d21;stroke:#fff}.held{fill:#fff;stroke:#1a1d21}
.is-above{fill:#0b6fa4}.is-below{fill:#b93c0a}.marked.entry{stroke:#1a1d21;stroke-width:1.4}
.error{fill:none;stroke:#85898f;opacity:.42}.error.entry{stroke:#1a1d21;fill:none}.error.is-above{stroke:#0b6fa4;fill:none}.error.is-below{stroke:#b93c0a;fill:none}.error.reference{fill:none;stroke:#85898f}
.dots{fill:none;stroke:#85898f;stroke-linecap:round}.edge{fill:none;stroke:#5d636c;stroke-width:1.5}.edge.is-above{fill:none;stroke:#0b6fa4}.edge.is-below{fill:none;stroke:#b93c0a}
.zero{stroke:#1a1d21;stroke-width:1.6}.trained-standard{fill:#85898f;stroke:#fff}.trained-more-data{fill:#8a5a00;stroke:#fff}.trained-robust{fill:#00735c;stroke:#fff}
.trained-zero-shot{fill:#8e3a8e;stroke:#fff}.trained-other{fill:#1a1d21;stroke:#fff}.trained-unknown{fill:#fff;stroke:#85898f}.of-entry{stroke:#1a1d21;stroke-width:1.2}
.error.trained-standard,.error.trained-unknown,.dots.trained-standard,.dots.trained-unknown{fill:none;stroke:#85898f}.error.trained-more-data,.dots.trained-more-data{fill:none;stroke:#8a5a00}.dots.trained-more-data{stroke-linecap:square}.error.trained-robust,.dots.trained-robust{fill:none;stroke:#00735c}
.error.trained-zero-shot,.dots.trained-zero-shot{fill:none;stroke:#8e3a8e}.error.trained-other,.dots.trained-other{fill:none;stroke:#1a1d21}
.faint{opacity:.35}.highlighted{fill:none;stroke:#1a1d21;stroke-width:2}`.replaceAll("\n", "");

/** A drawing as a file of its own, on white, with its own styles. */
export function svgFile(drawing: SvgNode): string {
  const [, , width, height] = String(drawing.attributes.viewBox).split(" ");
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width: width!,
    height: height!,
    ...drawing.attributes,
  };
  const style = { tag: "style", attributes: {}, children: [sheet] };
  const paper = { tag: "rect", attributes: { width: "100%", height: "100%", fill: "#fff" }, children: [] };
  const whole = { tag: drawing.tag, attributes, children: [style, paper, ...drawing.children] };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(whole)}\n`;
}
