import { elementTypes } from "./element-types";

const names = new Map<number, string>(Object.entries(elementTypes).map(([name, number]) => [number, name]));

/** The name of a TensorProto.DataType, or a description if it has none; null stands for a sequence, map or other non-tensor. */
export function elementTypeName(elementType: number | null): string {
  if (elementType === null) return "not a tensor";
  return names.get(elementType) ?? `of the unknown type ${elementType}`;
}
