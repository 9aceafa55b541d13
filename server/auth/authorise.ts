import type { Maintainer, Researcher, Viewer } from "../context";
import { RungError } from "../errors";

interface Rights {
  researcher: Researcher;
  maintainer: Maintainer;
}

/**
 * The one place where rights are checked. A verb that requires a `Researcher` or a `Maintainer` can only get one from here. A
 * maintainer may do everything that a researcher may. Throws `sign_in_needed` for nobody, `forbidden` for the wrong role.
 */
export function authorise<R extends keyof Rights>(viewer: Viewer | null, right: R): Rights[R] {
  if (!viewer) {
    throw new RungError(
      "sign_in_needed",
      "This needs a signed-in user.",
      "Sign in, or send a token in the header `Authorization: Bearer rung_...`.",
    );
  }
  if (right === "maintainer" && viewer.role !== "maintainer") {
    throw new RungError("forbidden", "This is for maintainers only.", "Ask a maintainer of this site.");
  }
  return viewer as Rights[R];
}
