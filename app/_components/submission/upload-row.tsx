import { shortBytes } from "@/server/problems/short-bytes";
import { Trouble } from "../words/trouble";
import type { UploadState, useModelUpload } from "./use-model-upload";

/** One file on its way: how far it is, pause and resume. */
export function UploadRow({ upload }: { upload: ReturnType<typeof useModelUpload> }) {
  const { state, pause, resume, forget } = upload;
  if (state.phase === "none") return null;
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
