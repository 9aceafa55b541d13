import { test } from "vitest";
import { openTestSite } from "./open-test-site";

/** A test of the site's own code in this process, on one site for its whole file; whoever it names has an account there. */
export const webTest = (settings?: Parameters<typeof openTestSite>[0]) =>
  test
    .extend("site", { scope: "file", auto: true }, async ({}, { onCleanup }) => {
      const site = await openTestSite(settings);
      onCleanup(() => site.close());
      return site;
    })
    .extend("ada", { scope: "file" }, ({ site }) => site.person("ada"))
    .extend("bob", { scope: "file" }, ({ site }) => site.person("bob"));
