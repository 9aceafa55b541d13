"use client";

import { useEffect, useState } from "react";
import { FileDrop } from "./file-drop";
import { unfinishedUploads } from "./unfinished-uploads";
import { UploadRow } from "./upload-row";
import type { useModelFiles } from "./use-model-files";

const modelEndings = ".onnx,.zip,.json";
const dataEndings = ".data,.onnx_data,.bin";

/** Drop a file, or a model and its data file in either order, and watch them upload. */
export function UploadPanel({
  files: { model, data },
  needsData,
  onFiles,
}: {
  files: ReturnType<typeof useModelFiles>;
  /** The model says that its values are in another file. */
  needsData: boolean;
  onFiles: (files: File[]) => void;
}) {
  const [hasModel, hasData] = [model.state.phase !== "none", data.state.phase !== "none"];
  if (!hasModel && !hasData) return <Begin onFiles={onFiles} />;
  return (
    <>
      <UploadRow upload={model} />
      <UploadRow upload={data} />
      {!hasModel && (
        <FileDrop accept={modelEndings} label="Model file" onFiles={onFiles}>
          <strong>Drop its .onnx file here</strong>, or choose it
          <br />
          <span className="soft">the data file holds the weights alone</span>
        </FileDrop>
      )}
      {needsData && !hasData && (
        <FileDrop accept={dataEndings} label="Data file" onFiles={onFiles}>
          <strong>Drop its data file here</strong>, or choose it
          <br />
          <span className="soft">the two are stored as one file</span>
        </FileDrop>
      )}
    </>
  );
}

function Begin({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [unfinished, setUnfinished] = useState<string[]>([]);
  useEffect(() => {
    unfinishedUploads().then(setUnfinished, () => undefined);
  }, []);
  return (
    <>
      <FileDrop accept={`${modelEndings},${dataEndings}`} label="Model file" onFiles={onFiles}>
        <strong>Drop an .onnx file here</strong>, or choose one
        <br />
        <span className="soft">
          with its data file, if the export wrote one, and its config.json, if any, to fill in the
          preprocessing
        </span>
      </FileDrop>
      {unfinished.length > 0 && (
        <p className="note">
          The upload of {unfinished[0]} did not finish. Choose the same file again to resume it.
        </p>
      )}
    </>
  );
}
