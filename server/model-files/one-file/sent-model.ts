import type { ModelStore } from "../../model-store/model-store";

/** What somebody sent: a model or a zip archive, and the data file if it came beside the model. */
export type SentModel = { path: string; data: { path: string; name: string } | null };

/** Where its files are written meanwhile. */
export type Scratch = Pick<ModelStore, "requireRoom"> & { uploads: Pick<ModelStore["uploads"], "withForm"> };
