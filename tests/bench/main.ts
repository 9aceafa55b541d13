import { benchAgainst } from "./against";
import { benchAttacks } from "./attack-table";
import { benchAudit } from "./audit-pages";
import { benchBenchmarkPage } from "./benchmark-page";
import { benchBootstrap, benchImages } from "./bootstrap-against-numpy";
import { benchCalibration } from "./calibration";
import { benchCeilings } from "./ceilings";
import { benchEvaluation } from "./evaluation-throughput";
import { benchLeaderboard } from "./leaderboard-page";
import { benchNearDuplicates } from "./near-duplicates";
import { benchQueue } from "./queue-latency";
import { benchUpload } from "./upload";
import { benchVerify } from "./verify-log";

const benches: Record<string, () => void | Promise<void>> = {
  evaluation: benchEvaluation,
  queue: benchQueue,
  upload: benchUpload,
  bootstrap: benchBootstrap,
  images: benchImages,
  leaderboard: benchLeaderboard,
  page: benchBenchmarkPage,
  audit: benchAudit,
  verify: benchVerify,
  calibration: benchCalibration,
  attacks: benchAttacks,
  ceilings: benchCeilings,
  alike: benchNearDuplicates,
};

const wanted = process.argv.slice(2);
if (wanted[0] === "against") {
  if (wanted.length !== 2) {
    console.error("error: against takes the path of a built checkout of another commit");
    process.exit(2);
  }
  await benchAgainst(wanted[1]!);
  process.exit(0);
}
const unknown = wanted.filter((name) => !benches[name]);
if (unknown.length > 0) {
  console.error(
    `error: there is no bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}`,
  );
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}`);
  await bench();
}
