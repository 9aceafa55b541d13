import { writeSync } from "node:fs";
import { env, InferenceSession, Tensor } from "onnxruntime-node";
import { ALONE_BIT, type ChildRequest, childExits, LOADED, STARTED, STATUS_FILE } from "./child-protocol";
import { readExactly } from "./read-exactly";
import { scoreImages } from "./score-images";
import { WrongOutput } from "./scores-of-output";

async function main(): Promise<void> {
  const request = readRequest();
  writeSync(STATUS_FILE, Uint8Array.of(STARTED));
  const leave = (code: number, error: unknown): never => {
    if (!request.quiet)
      writeSync(STATUS_FILE, String(error instanceof Error ? error.message : error).slice(0, 2000));
    process.exit(code);
  };
  try {
    const session = await loadModel(request);
    writeSync(STATUS_FILE, Uint8Array.of(LOADED));
    await answer(session, request);
  } catch (error) {
    if (error instanceof WrongOutput) leave(childExits.wrongOutput, error);
    leave(error instanceof LoadFailed ? childExits.loadFailed : childExits.runFailed, error);
  }
  process.exit(0);
}

class LoadFailed extends Error {}

async function loadModel(request: ChildRequest): Promise<InferenceSession> {
  env.logLevel = request.quiet ? "fatal" : "warning";
  try {
    return await InferenceSession.create(request.modelPath, {
      executionProviders: [request.provider],
      intraOpNumThreads: request.threads,
      interOpNumThreads: 1,
      graphOptimizationLevel: "all",
      // Fatal or, on public images, warnings: its author is shown them.
      logSeverityLevel: request.quiet ? 4 : 2,
      extra: {
        session: {
          // The runtime takes a file whose bytes 4-7 say ORTM for another format than the one that was inspected.
          load_model_format: "ONNX",
          // Threads that wait by turning in circles would be charged to the model, and more on a busy machine.
          intra_op: { allow_spinning: "0" },
          inter_op: { allow_spinning: "0" },
        },
      },
    });
  } catch (error) {
    throw new LoadFailed(error instanceof Error ? error.message : String(error));
  }
}

async function answer(session: InferenceSession, request: ChildRequest): Promise<void> {
  const imageBytes = request.height * request.width * 3;
  const padding = new Uint8Array(imageBytes);
  readExactly(padding);
  const score = scoreImages(session, Tensor, request, padding);
  const head = new Uint32Array(2);
  let pixels = new Uint8Array(0);
  let frames = new Float32Array(0);
  while (readExactly(new Uint8Array(head.buffer))) {
    const images = head[0]! % ALONE_BIT;
    if (pixels.length < images * imageBytes) {
      pixels = new Uint8Array(images * imageBytes);
      frames = new Float32Array(images * request.classes);
    }
    readExactly(pixels.subarray(0, images * imageBytes));
    await score(pixels, images, { frames, alone: head[0]! >= ALONE_BIT, setting: head[1]! });
    writeAll(new Uint8Array(frames.buffer, 0, images * request.classes * 4));
  }
}

function readRequest(): ChildRequest {
  const length = new Uint32Array(1);
  readExactly(new Uint8Array(length.buffer));
  const text = new Uint8Array(length[0]!);
  readExactly(text);
  return JSON.parse(new TextDecoder().decode(text));
}

function writeAll(bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
}

void main();
