// Loaded before the site and the worker: they hold a channel to whoever started them, and end when it ends, even by SIGKILL.
const GRACE_MS = 3000;

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), GRACE_MS).unref();
});
