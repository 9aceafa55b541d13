import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { siteProgram } from "@/server/cli/processes/child-programs";
import { repository } from "@/server/cli/processes/repository";
import { parseEnvironment } from "@/server/env";
import { folderTest as test } from "../../../fixtures/folder-test";

const draw = `
  const words = (font) => Buffer.from(\`<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40">
    <text y="30" font-size="20" font-family="\${font}">new = 1.07 × original − 17.0</text></svg>\`);
  require("sharp")(words(process.argv[1])).png().toBuffer().then((png) => process.stdout.write(png.toString("hex")));`;

/** A text in a font as a picture, under a fontconfig file; a program of its own, since fonts are looked up once. */
async function drawn(fontconfig: string, font: string): Promise<string> {
  const env = { ...process.env, FONTCONFIG_FILE: fontconfig };
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", draw, font], {
    cwd: repository,
    env,
  });
  return stdout;
}

async function configuration(folder: string, fonts: string): Promise<string> {
  const path = join(folder, `${randomUUID()}.conf`);
  await writeFile(path, `<fontconfig>${fonts}<cachedir>${folder}</cachedir></fontconfig>`);
  return path;
}

test("a picture's words are drawn with the font that is installed with the site, whatever fonts the machine has", async ({
  folder,
}) => {
  const { environment } = siteProgram({
    environment: parseEnvironment({}),
    host: "127.0.0.1",
    port: 3000,
    webUrl: "postgres://web:x@db/rung",
    nextAuthSecret: "s".repeat(32),
  });
  const bundled = join(repository, "node_modules/next/dist/compiled/@vercel/og");
  const [ours, bundledAlone, none] = await Promise.all([
    drawn(environment.FONTCONFIG_FILE!, "Inter Variable, Inter, Helvetica"),
    drawn(await configuration(folder, `<dir>${bundled}</dir>`), "Geist"),
    drawn(await configuration(folder, ""), "Geist"),
  ]);
  expect(ours).toBe(bundledAlone);
  expect(ours).not.toBe(none);
});
