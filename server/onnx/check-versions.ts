import type { Fault } from "./inspection-schema";
import type { ModelOutline, Opset } from "./model-outline";
import type { Section } from "./model-sections";
import { supportedVersions } from "./operator-table";

/**
 * Refuses IR versions and opsets that the runtime does not load, that are missing or that contradict each other; unused domains
 * may declare anything.
 */
export function checkVersions({ irVersion, opsets, functions }: ModelOutline, sections: Section[]): Fault[] {
  const imports = [opsets, ...functions.map((body) => body.opsets)];
  const contradictory = imports.some(contradicts) ? [refuseContradiction()] : [];
  return [
    ...refuseIr(irVersion),
    ...contradictory,
    ...refuseOpset(sections, "", "ONNX", supportedVersions.opset),
    ...refuseOpset(sections, "ai.onnx.ml", "ai.onnx.ml", supportedVersions.ml),
  ];
}

function refuseIr(version: number | null): Fault[] {
  const [oldest, newest] = supportedVersions.ir;
  if (version !== null && version >= oldest && version <= newest) return [];
  const found =
    version === null ? "The file does not state its IR version" : `The file has IR version ${version}`;
  const isNewer = version !== null && version > newest;
  return [
    {
      code: "unsupported_ir",
      sentence: `${found}; this site runs versions ${oldest} to ${newest}.`,
      where: null,
      hint: isNewer
        ? `Lower it: import onnx; m = onnx.load(path); m.ir_version = 10; onnx.save(m, path). Or export with opset_version=${supportedVersions.opset[1]} or less.`
        : "Export the model again with a current exporter.",
    },
  ];
}

function refuseOpset(
  sections: Section[],
  domain: string,
  title: string,
  [oldest, newest]: readonly [number, number],
): Fault[] {
  const using = sections.filter(({ nodes }) => nodes.some((node) => node.domain === domain));
  const versions = using.map(
    ({ opsets }) => opsets.find((opset) => opset.domain === domain)?.version ?? null,
  );
  const bad = versions.find((version) => version === null || version < oldest || version > newest);
  if (bad === undefined) return [];
  const found = bad === null ? `declares no opset of ${title}` : `declares opset ${bad} of ${title}`;
  return [
    {
      code: "unsupported_opset",
      sentence: `The model ${found}; this site runs opsets ${oldest} to ${newest}.`,
      where: null,
      hint: "Export with opset_version=17, or convert: import onnx.version_converter as c; onnx.save(c.convert_version(onnx.load(path), 17), path).",
    },
  ];
}

function contradicts(opsets: Opset[]): boolean {
  return new Set(opsets.map(({ domain }) => domain)).size < opsets.length;
}

function refuseContradiction(): Fault {
  return {
    code: "ambiguous",
    sentence: "The file declares the opset of one domain twice, so two readers may see two different models.",
    where: null,
    hint: "Keep one opset_import for each domain, as exporters write it.",
  };
}
