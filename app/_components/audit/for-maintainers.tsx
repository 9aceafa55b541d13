import type { ReactNode } from "react";
import { refusedHere } from "./refused-here";

/**
 * A page that asks for nothing unless its visitor may see it: Next renders a page beside its layout, not after it, so a layout that turns
 * visitors away does not stop the page.
 */
export function forMaintainers<Props>(Page: (props: Props) => Promise<ReactNode> | ReactNode) {
  return async function PageForMaintainers(props: Props) {
    return (await refusedHere()) ? null : await Page(props);
  };
}
