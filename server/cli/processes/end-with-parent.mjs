// Loaded before the site and the worker: they have a channel to the process that started them, and end when it ends, even by
// SIGKILL.
const GRACE_MS = 3000;

process.once("disconnect", end);
// Where that process ended before this file was loaded, nothing more is said.
if (!process.connected) end();

function end() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), GRACE_MS).unref();
}
