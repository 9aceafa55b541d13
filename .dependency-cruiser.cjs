/** @type {import('dependency-cruiser').IConfiguration} */
const PURE = "^server/(problems|text|statistics|release|evaluation|onnx|shapes|paper)/";
const WEB = "(^|/)node_modules/(next|next-auth|react|react-dom|recharts|@trpc)/";
const SQL = "(^|/)node_modules/(drizzle-orm|postgres)/";
const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** From the ground up. A part may use those of earlier lines; the parts of one line do not know each other. */
const floors = [
  ["server/problems", "server/text"],
  ["server/statistics", "server/onnx", "server/evaluation"],
  ["server/release", "server/shapes", "server/paper"],
  ["db"],
  ["server/errors.ts"],
  ["server/env.ts", "server/files", "server/page-cursor.ts", "server/queue"],
  ["server/model-store", "server/test-set-store"],
  ["server/context.ts"],
  ["server/audit-log", "server/model-files"],
  ["server/benchmarks"],
  ["server/test-sets"],
  ["server/audit", "server/submissions"],
  ["server/leaderboards", "server/references", "server/teams"],
  ["server/seed", "server/web-process"],
  ["server/auth", "workers"],
  ["server/api"],
  ["app", "server/cli"],
];
const within = (parts) => `^(${parts.map((part) => part.replace(".", "[.]")).join("|")})(/|$)`;
const nothingRunsUp = floors.flatMap((floor, level) =>
  floor.map((part) =>
    error(
      `${part.replace("server/", "")}-stands-on-lower-floors`,
      "Imports run down the list `floors`, types too: move what is shared below both, or call from above.",
      { path: within([part]) },
      { path: within([...floor, ...floors.slice(level + 1).flat()].filter((other) => other !== part)) },
    ),
  ),
);
const everyPartHasAFloor = error(
  "every-part-has-a-floor",
  "Give a new folder its place in the list `floors`.",
  { path: "^(app|server|db|workers)/", pathNot: within(floors.flat()) },
  {},
);

module.exports = {
  forbidden: [
    error("no-circles", "A circle has no first file to read; types count too.", {}, { circular: true }),
    {
      ...error(
        "no-circles-of-folders",
        "Two folders that need each other are really one, or hide a third.",
        {},
        {},
      ),
      scope: "folder",
      from: { path: "^(app|server|db)/" },
      to: { circular: true },
    },
    ...nothingRunsUp,
    everyPartHasAFloor,
    error(
      "pure-stays-pure",
      "No I/O, no clock, no framework: pure folders import pure folders, zod, and (onnx) the protobuf parser.",
      { path: PURE },
      { pathNot: [PURE, "(^|/)node_modules/(zod|@stdlib|onnx-proto|protobufjs|long)/"] },
    ),
    error(
      "statistics-is-the-bottom",
      "Statistics is textbook mathematics and knows no other folder.",
      { path: "^server/statistics/" },
      { pathNot: ["^server/statistics/", "(^|/)node_modules/@stdlib/"] },
    ),
    error(
      "pure-is-tested",
      "Every pure module is reached by a unit test.",
      { path: "^tests/unit/" },
      { path: PURE, reachable: false },
    ),
    error(
      "db-knows-nobody",
      "The schema is the centre; of our code it depends only on pure folders.",
      { path: "^db/" },
      { path: "^(app|server|workers|tests)/", pathNot: [PURE] },
    ),
    error(
      "server-knows-no-caller",
      "server/ is called by app/ and workers/, never the reverse; only the command line starts a worker.",
      { path: "^server/", pathNot: ["^server/cli/"] },
      { path: "^(app|workers|tests)/" },
    ),
    error(
      "stores-know-no-verbs",
      "The queue and the stores carry data; they decide nothing.",
      { path: "^server/(files|queue|test-set-store|model-store|model-files|audit-log)/" },
      {
        path: "^server/(benchmarks|test-sets|references|submissions|leaderboards|audit|teams|api|auth|cli)/",
      },
    ),
    error(
      "routers-call-verbs",
      "A router parses input, calls one verb and maps errors; it never touches the database.",
      { path: "^server/api/" },
      { path: ["^db/", SQL], dependencyTypesNot: ["type-only"] },
    ),
    error(
      "verbs-know-no-transport",
      "Only api/ and auth/ know tRPC, Next or React.",
      { path: "^server/", pathNot: ["^server/(api|auth|web-process|cli)/"] },
      { path: ["^server/(api|auth|web-process|cli)/", WEB] },
    ),
    error(
      "app-enters-by-the-front-door",
      "Pages reach the server through server/api and server/auth; elsewhere they take types and pure folders.",
      { path: "^app/" },
      {
        path: "^(server|db|workers)/",
        pathNot: ["^server/(api|auth|web-process)/", PURE],
        dependencyTypesNot: ["type-only"],
      },
    ),
    error(
      "the-site-opens-no-test-set",
      "Nothing that a page or an answer can run reaches images or labels in any way: workers and imports open them.",
      { path: "^app/.*(page|route|layout)[.]tsx?$" },
      { path: "^(server/test-set-store|workers)/", reachable: true },
    ),
    error(
      "workers-know-no-web",
      "A worker runs without Next.",
      { path: "^workers/" },
      { path: ["^app/", "^server/(api|auth|web-process|cli)/", WEB] },
    ),
    error(
      "sandbox-is-blind",
      "The process that runs an untrusted model reaches no database, no labels and no secrets.",
      { path: "^workers/sandbox/" },
      { path: ["^(app|server|db|tests)/", "^workers/(?!sandbox/)", SQL], dependencyTypesNot: ["type-only"] },
    ),
    error(
      "one-door-to-onnxruntime",
      "Only the sandboxed child loads the native runtime.",
      { pathNot: ["^workers/sandbox/child\\.ts$", "^tests/bench/"] },
      { path: "(^|/)node_modules/onnxruntime-(node|common)/", dependencyTypesNot: ["type-only"] },
    ),
    error("nobody-imports-tests", "Tests are leaves.", { pathNot: ["^tests/"] }, { path: "^tests/" }),
    error(
      "cli-holds-no-rules",
      "A command parses words and calls one verb; rules live in verbs.",
      { path: "^server/cli/" },
      { path: ["(^|/)node_modules/(drizzle-orm|next)/"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { conditionNames: ["import", "require", "node", "default"] },
  },
};
