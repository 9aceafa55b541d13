"use client";

import { type UploadState, useModelUpload } from "./use-model-upload";

/** The uploads of a model and of the data file that an export may have written beside it; `parts` once all is there. */
export function useModelFiles() {
  const model = useModelUpload();
  const data = useModelUpload();
  const name = model.state.phase === "none" ? "" : model.state.name;
  return { model, data, name, parts: partsOf(model.state, data.state) };
}

function partsOf(model: UploadState, data: UploadState): { upload: string; data?: string } | null {
  if (model.phase !== "done") return null;
  if (data.phase === "none") return { upload: model.id };
  return data.phase === "done" ? { upload: model.id, data: data.id } : null;
}
