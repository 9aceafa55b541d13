"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type DetailedError, Upload } from "tus-js-client";
import type { TroubleWords } from "../words/trouble";
import { uploadTrouble } from "./upload-trouble";

/** The state of a model's upload; sizes in bytes. */
export type UploadState =
  | { phase: "none" }
  | { phase: "sending" | "paused"; name: string; sent: number; bytes: number; resumed: boolean }
  | { phase: "broken"; name: string; sent: number; bytes: number; words: TroubleWords }
  | { phase: "done"; name: string; bytes: number; id: string };

const endpoint = "/api/v1/uploads";
const retryDelays = [500, 1500, 4000, 10_000];

/** A lost connection, a lock or a temporary failure is worth another try; a refusal or a full disk is not. */
function mayPass(error: Error | DetailedError): boolean {
  const status = ("originalResponse" in error && error.originalResponse?.getStatus()) || 0;
  return [0, 409, 423].includes(status) || (status >= 500 && status !== 507);
}

/**
 * A resumable upload: it starts when a file is chosen, pauses, and resumes where it stopped, even after a reload if the same file
 * is chosen again.
 */
export function useModelUpload() {
  const [state, setState] = useState<UploadState>({ phase: "none" });
  const upload = useRef<Upload | null>(null);
  useEffect(() => () => void upload.current?.abort(), []);

  const send = useCallback(async (file: File) => {
    await upload.current?.abort();
    const base = { name: file.name, bytes: file.size };
    let sent = 0;
    let resumed = false;
    const next = new Upload(file, {
      endpoint,
      retryDelays,
      onShouldRetry: mayPass,
      metadata: { filename: file.name },
      removeFingerprintOnSuccess: true,
      onProgress(bytes) {
        sent = bytes;
        setState({ phase: "sending", ...base, sent, resumed });
      },
      onError: (error) => setState({ phase: "broken", ...base, sent, words: uploadTrouble(error) }),
      onSuccess() {
        // It is a model file now: there is nothing left to cancel.
        upload.current = null;
        setState({ phase: "done", ...base, id: next.url!.split("/").at(-1)! });
      },
    });
    upload.current = next;
    setState({ phase: "sending", ...base, sent: 0, resumed });
    const [before] = await next.findPreviousUploads();
    if (before) {
      resumed = true;
      next.resumeFromPreviousUpload(before);
    }
    next.start();
  }, []);

  const pause = useCallback(async () => {
    await upload.current?.abort();
    setState((now) => (now.phase === "sending" ? { ...now, phase: "paused" } : now));
  }, []);
  const resume = useCallback(() => {
    upload.current?.start();
    setState((now) =>
      now.phase === "paused" || now.phase === "broken"
        ? { phase: "sending", name: now.name, bytes: now.bytes, sent: now.sent, resumed: true }
        : now,
    );
  }, []);
  const forget = useCallback(async () => {
    const unfinished = upload.current;
    upload.current = null;
    setState({ phase: "none" });
    await unfinished?.abort(true).catch(() => undefined);
  }, []);
  return { state, send, pause, resume, forget };
}
