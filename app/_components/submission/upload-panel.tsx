"use client";

import { useEffect, useState } from "react";
import { shortBytes } from "../numbers/count";
import { Trouble } from "../words/trouble";
import { FileDrop } from "./file-drop";
import { unfinishedUploads } from "./unfinished-uploads";
import type { UploadState, useModelUpload } from "./use-model-upload";

/** Drop a file, watch it upload, pause and resume. */
export function UploadPanel({
  upload,
  onFiles,
}: {
  upload: ReturnType<typeof useModelUpload>;
  onFiles: (files: File[]) => void;
}) {
  const { state, pause, resume, forget } = upload;
  if (state.phase === "none") return <Begin onFiles={onFiles} />;
  return (
    <div>
      <p>
        <strong>{state.name}</strong> <span className="soft">{sizeText(state)}</span>
      </p>
      {state.phase !== "done" && (
        <progress value={state.sent} max={state.bytes} aria-label={`Upload of ${state.name}`} />
      )}
      {state.phase === "broken" && <Trouble words={state.words} />}
      <p className="row-buttons">
        {state.phase === "sending" && (
          <button type="button" className="button quiet" onClick={pause}>
            Pause
          </button>
        )}
        {(state.phase === "paused" || state.phase === "broken") && (
          <button type="button" className="button quiet" onClick={resume}>
            Resume
          </button>
        )}
        <button type="button" className="button quiet" onClick={forget}>
          {state.phase === "done" ? "Choose another file" : "Cancel"}
        </button>
      </p>
    </div>
  );
}

function sizeText(state: Exclude<UploadState, { phase: "none" }>): string {
  if (state.phase === "done") return `${shortBytes(state.bytes)}, uploaded`;
  const share = state.bytes === 0 ? 0 : Math.floor((100 * state.sent) / state.bytes);
  const paused = state.phase === "paused" ? ", paused" : "";
  const resumed = state.phase === "sending" && state.resumed ? ", resumed" : "";
  return `${shortBytes(state.sent)} of ${shortBytes(state.bytes)}, ${share} %${paused}${resumed}`;
}

function Begin({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [unfinished, setUnfinished] = useState<string[]>([]);
  useEffect(() => {
    unfinishedUploads().then(setUnfinished, () => undefined);
  }, []);
  return (
    <>
      <FileDrop accept=".onnx,.json" label="Model file" onFiles={onFiles}>
        <strong>Drop an .onnx file here</strong>, or choose one
        <br />
        <span className="soft">with its config.json, if any, to fill in the preprocessing</span>
      </FileDrop>
      {unfinished.length > 0 && (
        <p className="note">
          The upload of {unfinished[0]} did not finish. Choose the same file again to resume it.
        </p>
      )}
    </>
  );
}
