import { imagesToTry } from "@/server/evaluation/images-to-try";
import { sameSetting } from "@/server/evaluation/same-setting";
import type { Setting } from "@/server/evaluation/setting";
import type { Tried } from "@/server/evaluation/tried";
import { usualSettings } from "@/server/evaluation/usual-settings";
import type { ModelInput } from "@/server/onnx/inspection-schema";
import { canBeBeaten } from "@/server/submissions/trial/can-be-beaten";
import type { ModelFailure } from "../model-run/model-failure";
import type { RunFacts } from "../model-run/run-facts";
import { type Answered, runTried, type TriedRun } from "./run-tried";

/** What a model did on some original images, before anything was spent. */
export interface Trial {
  /** the setting declared first, where it could be run */
  tried: Tried[];
  /** why the model cannot be scored as declared */
  failure: ModelFailure | null;
  /** processor time from the loaded model on, ms; 0 where all was known */
  cpuMs: number;
  facts: RunFacts | null;
}

/** Every fourth image tells whether a setting is worth the others. */
const SCREEN_EVERY = 4;
/** Processor time on the quarter, and on the rest, ms: of a slow model only the likeliest settings are tried. */
const MOST_MS = 300_000;

/**
 * Loads a model as it will be run and has it answer at most 200 original images, with the setting declared and, where one could be
 * clearly better, with the usual ones: those that are no better on a quarter of the images are given up there. `known` is what the same
 * file answered before.
 */
export async function tryModel(
  given: TriedRun & { setting: Setting; input: ModelInput; known: Tried[] },
): Promise<Trial> {
  const { setting, known } = given;
  const images = imagesToTry(given.labels);
  let taken = 0;
  let facts: RunFacts | null = null;
  let failure: ModelFailure | null = null;
  let own = known.find((one) => sameSetting(one.setting, setting));
  let alone = given.alone ?? false;
  if (!own) {
    const answered = await runDeclared(given, images);
    alone = answered.alone;
    taken += answered.cpuMs;
    facts = answered.facts;
    failure = answered.failure;
    if (answered.interruption) return { tried: [], failure, cpuMs: taken, facts };
    own = { setting, right: answered.right[0]! };
  }
  const found = [own, ...known.filter((one) => one !== own)];
  if (!canBeBeaten(count(own.right), images.length)) return { tried: found, failure, cpuMs: taken, facts };

  const usual = usualSettings({ declared: setting, input: given.input });
  const { tried, cpuMs } = await tryOthers(given, { images, alone, own, usual, found });
  const renewed = found.filter((one) => !tried.some((other) => sameSetting(one.setting, other.setting)));
  return { tried: [...renewed, ...tried], failure, cpuMs: taken + cpuMs, facts };
}

/** Several images at once; a model that cannot is given one. */
async function runDeclared(given: TriedRun, images: number[]): Promise<Answered & { alone: boolean }> {
  const alone = given.alone ?? false;
  const answered = { ...(await runTried(given, { images, alone })), alone };
  if (alone || !answered.interruption || answered.interruption.loading) return answered;
  const again = await runTried(given, { images, alone: true });
  return { ...again, alone: true, cpuMs: answered.cpuMs + again.cpuMs };
}

/** Those that are new on a quarter of the images, then those that are ahead there on the rest of them. */
async function tryOthers(
  given: TriedRun,
  what: { images: number[]; alone: boolean; own: Tried; usual: Setting[]; found: Tried[] },
): Promise<{ tried: Tried[]; cpuMs: number }> {
  const { images, alone, own, usual, found } = what;
  const places = images.map((_, place) => place);
  const screen = places.filter((place) => place % SCREEN_EVERY === 0);
  const rest = places.filter((place) => place % SCREEN_EVERY !== 0);
  const run = async (settings: Setting[], at: number[]) =>
    settings.length === 0
      ? { right: [], cpuMs: 0 }
      : runOthers(given, { alone, settings, images: at.map((place) => images[place]!) });

  const fresh = usual.filter((setting) => !found.some((one) => sameSetting(one.setting, setting)));
  const first = await run(fresh, screen);
  const screened = [...found, ...fresh.map((setting, i) => ({ setting, right: first.right[i]! }))].filter(
    ({ right }) => right.length === screen.length && right.length < places.length,
  );
  const ownOnScreen = count(screen.map((place) => own.right[place]).join(""));
  const ahead = screened.filter(({ right }) => count(right) > ownOnScreen);
  const second = await run(
    ahead.map(({ setting }) => setting),
    rest,
  );
  const tried = screened.map((one) => {
    const more = second.right[ahead.indexOf(one)];
    if (more?.length !== rest.length) return one;
    const marks = places.map(() => "0");
    screen.forEach((place, i) => (marks[place] = one.right[i]!));
    rest.forEach((place, i) => (marks[place] = more[i]!));
    return { setting: one.setting, right: marks.join("") };
  });
  return { tried, cpuMs: first.cpuMs + second.cpuMs };
}

function runOthers(
  given: TriedRun,
  what: { images: number[]; alone: boolean; settings: Setting[] },
): Promise<Answered> {
  const settings = what.settings.map((setting) => ({ ...given.preprocessing, ...setting }));
  const allowance = { chunkMs: MOST_MS, totalMs: MOST_MS };
  return runTried({ ...given, allowance }, { ...what, settings });
}

const count = (right: string) => right.replaceAll("0", "").length;
