import postgres from "postgres";
import { describe, expect, test } from "vitest";
import type { Command } from "@/server/cli/io";
import { runCommand } from "@/server/cli/run-command";
import { UsageError } from "@/server/cli/usage-error";
import { RungError } from "@/server/errors";

const commandThat = (run: Command) => ({
  count: { usage: "[--loudly]", summary: "counts", load: async () => run },
  "test create": { usage: "NAME", summary: "creates", load: async () => run },
});

async function call(argv: string[], run: Command = async () => 0) {
  const said = { stdout: "", stderr: "" };
  const io = {
    stdin: (async function* () {})(),
    stdout: (text: string) => void (said.stdout += text),
    stderr: (text: string) => void (said.stderr += text),
  };
  return { code: await runCommand(argv, io, commandThat(run)), ...said };
}

describe("the rung command", () => {
  test("hands over the words after the command's name, of one word or two", async () => {
    const given: string[][] = [];
    const remember: Command = async (argv) => {
      given.push(argv);
      return 0;
    };
    await call(["count", "test", "create"], remember);
    await call(["test", "create", "x", "--y"], remember);
    expect(given).toEqual([
      ["test", "create"],
      ["x", "--y"],
    ]);
  });

  test("ends with the command's own exit code", async () => {
    expect((await call(["count"], async () => 1)).code).toBe(1);
  });

  test("standard output stays empty unless the command writes to it", async () => {
    const calls = [["--help"], [], ["count", "--help"], ["unknown"]];
    const outputs = await Promise.all(calls.map(async (argv) => (await call(argv)).stdout));
    expect(outputs.join("")).toBe("");
  });

  test("help names every command and exits with 0; no command at all is a usage error", async () => {
    const help = await call(["--help"]);
    expect(help.code).toBe(0);
    expect(help.stderr).toMatch(/count +counts\n +test create +creates/);
    expect((await call([])).code).toBe(2);
  });

  test("a command's help says its usage and does not run it", async () => {
    const help = await call(["test", "create", "--help"], async () => 1);
    expect(help).toMatchObject({ code: 0, stderr: expect.stringContaining("usage: rung test create NAME") });
  });

  test("an unknown command is a usage error that lists the known ones", async () => {
    const unknown = await call(["tset"]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/^error: There is no command tset\.\n[\s\S]*test create/);
  });

  test("the first word of a command alone is answered with the commands that begin so", async () => {
    const half = await call(["test"]);
    expect(half).toMatchObject({
      code: 2,
      stderr: "error: test is not a complete command.\nusage: rung test create NAME\n",
    });
    expect((await call(["test", "crate"])).stderr).toMatch(
      /^error: There is no command test crate\.\nusage: /,
    );
  });

  test.each(["constructor", "toString", "__proto__"])("%s is not a command", async (word) => {
    expect((await call([word])).code).toBe(2);
  });

  test("a wrong option is a usage error that shows the usage", async () => {
    const { parseArgs } = await import("node:util");
    const wrong = await call(["count", "--nope"], async (args) => {
      parseArgs({ args, options: {} });
      return 0;
    });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/^error: .*--nope.*\n[\s\S]*usage: rung count \[--loudly\]\n$/);
    const missing = await call(["count"], async () => {
      throw new UsageError("A name is needed.");
    });
    expect(missing).toMatchObject({
      code: 2,
      stderr: "error: A name is needed.\nusage: rung count [--loudly]\n",
    });
  });

  test("a refusal is its sentence and its hint, with exit code 1", async () => {
    const refused = await call(["count"], async () => {
      throw new RungError("disk_full", "The disk is full.", "Remove something.");
    });
    expect(refused).toMatchObject({ code: 1, stderr: "error: The disk is full.\nRemove something.\n" });
  });

  test.each(["57P03", "CONNECTION_CLOSED"])(
    "a database that is being restarted (%s) is a sentence and what to do",
    async (code) => {
      const { stderr } = await call(["count"], async () => {
        throw Object.assign(new Error("the database system is in recovery mode"), { code });
      });
      expect(stderr).toMatch(/^error: The database was restarted meanwhile.*\nTry again/);
    },
  );

  test("a database that does not answer is a sentence and what to do, without its password", async () => {
    const lost = await call(["count"], async () => {
      const sql = postgres("postgres://owner:open-sesame@127.0.0.1:1/rung", { max: 1, connect_timeout: 2 });
      await sql`select 1`;
      return 0;
    });
    expect(lost.code).toBe(1);
    expect(lost.stderr).toMatch(
      /^error: The database at 127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)\.\n\S/,
    );
    expect(lost.stderr).not.toContain("open-sesame");
  });

  test("an unexpected error is shown whole, as ours", async () => {
    const broken = await call(["count"], async () => {
      throw new TypeError("x is not a function");
    });
    expect(broken.code).toBe(1);
    expect(broken.stderr).toMatch(
      /^error: Something broke here \([0-9a-f-]+\)\.\nTypeError: x is not a function\n +at /,
    );
  });
});
