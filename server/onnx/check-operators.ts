import type { Fault } from "./inspection-schema";
import type { FunctionOutline, NodeOutline, Opset } from "./model-outline";
import type { Section } from "./model-sections";
import { introducedIn, otherDomains, removedIn } from "./operator-table";
import { quoteName } from "./quote-name";

type Words = { sentence: string; hint: string };

/** A key that distinguishes operators and local functions. */
export function operatorKey({ domain, overload }: NodeOutline | FunctionOutline, name: string): string {
  return [domain, name, overload].join("\0");
}

/** Refuses operators that the runtime does not support at the declared opset: one fault for each operator, naming its first node. */
export function checkOperators(sections: Section[], functions: FunctionOutline[]): Fault[] {
  const local = new Set(functions.map((body) => operatorKey(body, body.name)));
  const faults = new Map<string, Fault & { count: number }>();
  for (const { nodes, opsets } of sections)
    for (const node of nodes) {
      const key = operatorKey(node, node.operator);
      const known = faults.get(key);
      const words = known || local.has(key) ? null : faultOf(node, opsets);
      if (known) known.count += 1;
      else if (words) faults.set(key, { code: "unknown_operator", where: placeOf(node), count: 1, ...words });
    }
  return [...faults.values()];
}

/** A node's name or, if it has none, that of its first output; null without either. */
export function placeOf({ name, outputs }: NodeOutline): string | null {
  return name || outputs[0] || null;
}

function faultOf({ domain, operator }: NodeOutline, opsets: Opset[]): Words | null {
  if (domain === "") return standardFault(operator, opsets);
  const known = otherDomains.get(domain);
  if (known?.has(operator)) return null;
  return {
    sentence: known
      ? `Operator ${quoteName(operator)} of ${domain} is not supported here.`
      : `Operator ${quoteName(operator)} belongs to ${quoteName(domain)}, which is not part of ONNX.`,
    hint: domainHint(domain),
  };
}

function standardFault(operator: string, opsets: Opset[]): Words | null {
  const declared = opsets.find(({ domain }) => domain === "")?.version;
  const since = introducedIn.get(operator);
  const removed = removedIn.get(operator);
  if (since === undefined)
    return {
      sentence: `Operator ${quoteName(operator)} is not an ONNX operator supported here.`,
      hint: standardHint,
    };
  if (declared === undefined) return null;
  if (since > declared)
    return {
      sentence: `Operator ${operator} was introduced in opset ${since}, but the model declares opset ${declared}.`,
      hint: `Export with opset_version=${since} or later.`,
    };
  if (removed && declared >= removed.opset)
    return {
      sentence: `Operator ${operator} was removed from ONNX in opset ${removed.opset}, and the model declares opset ${declared}.`,
      hint: `Use ${removed.instead}, which current exporters write anyway, or export with opset_version=${removed.opset - 1}.`,
    };
  return null;
}

const standardHint =
  'Export with standard operators only: torch.onnx.export(model, example, path, opset_version=17), python -m tf2onnx.convert --opset 17, or for Keras 3 model.export(path, format="onnx"). Write custom layers with ordinary tensor operations.';

function domainHint(domain: string): string {
  if (domain.startsWith("com.microsoft") || domain.startsWith("com.ms."))
    return "Upload the model as it was before onnxruntime optimised it, or save it at optimisation level ORT_ENABLE_BASIC.";
  if (domain.startsWith("org.pytorch") || domain.startsWith("aten") || domain === "prim")
    return "PyTorch fell back to its own operators. Export with operator_export_type=OperatorExportTypes.ONNX (the default) and a newer opset_version, or with dynamo=True.";
  return standardHint;
}
