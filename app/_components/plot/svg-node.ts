/** An element of a drawing, for React and for files alike; attributes have the names that React gives them. */
export interface SvgNode {
  tag: string;
  attributes: Readonly<Record<string, string | number>>;
  children: readonly (SvgNode | string)[];
}

/** Makes an element; attributes that are undefined are left out. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: (SvgNode | string | null)[]
): SvgNode {
  const present = Object.entries(attributes).filter((pair): pair is [string, string | number] => {
    return pair[1] !== undefined;
  });
  return {
    tag,
    attributes: Object.fromEntries(present),
    children: children.filter((child) => child !== null),
  };
}

/** A coordinate rounded to a tenth of a pixel, which is finer than any screen shows. */
export const px = (value: number): number => Math.round(value * 10) / 10;
