import { freezeTestSet } from "./freeze-test-set";
import { loadLabels } from "./load-labels";
import { loadMiniatures } from "./load-miniatures";
import { loadSplit } from "./load-split";
import { nearDuplicates } from "./near-duplicates/near-duplicates";
import { openShard } from "./shards/open-shard";
import type { TestSetStore } from "./test-set-store";

/** A store in a folder, which any number of processes may open. Decoded shards take up at most `shardQuotaBytes`. */
export function fileTestSetStore(place: { root: string; shardQuotaBytes?: number }): TestSetStore {
  const { root, shardQuotaBytes } = place;
  return {
    freezeTestSet: (input) => freezeTestSet({ root, ...input }),
    findNearDuplicates: async ({ versionId, of }) => {
      const ours = await loadMiniatures({ root, versionId });
      return nearDuplicates(ours, await loadMiniatures({ root, versionId: of }));
    },
    openShard: (input) =>
      openShard({
        root,
        ...input,
        ...(shardQuotaBytes === undefined ? {} : { quotaBytes: shardQuotaBytes }),
      }),
    loadLabels: (versionId) => loadLabels({ root, versionId }),
    loadSplit: (versionId) => loadSplit({ root, versionId }),
  };
}
