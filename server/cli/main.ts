import { printable } from "../text/printable";
import { checkNode } from "./check-node";
import { runCommand } from "./run-command";

// The reader of our output may stop reading (`rung attack ... | head`): then there is nothing left to do or say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

const node = checkNode(process.versions.node);
if (node) process.stderr.write(`${node.refused ? "error" : "warning"}: ${node.words}\n`);
const code = node?.refused
  ? 1
  : await runCommand(process.argv.slice(2), {
      stdin: process.stdin,
      stdout: (text) => void process.stdout.write(printable(text)),
      stderr: (text) => void process.stderr.write(printable(text)),
    });
process.stdout.write("", () => process.exit(code));
