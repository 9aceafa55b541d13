import { type BitVector, flipBit } from "../bit-vector";

/**
 * The known images stand in a ring after the `torn` ones. A team has `wrong` of them wrong on purpose, from number `from` on; it rights
 * them at the front and spoils others behind the end, so that it always knows which are which.
 */
export type KnownImages = {
  readonly torn: number;
  readonly all: number;
  readonly from: number;
  readonly wrong: number;
};

/** How many known images a probe puts right and how many it spoils. */
export type KnownChange = { readonly righted: number; readonly spoiled: number };

/** A change that gains `gains` images and churns `churn` others, or as much as there are images for. */
export function changeOf({ all, wrong }: KnownImages, gains: number, churn: number): KnownChange {
  const gained = Math.max(wrong - all, Math.min(wrong, Math.round(gains)));
  const [better, worse] = [Math.max(0, gained), Math.max(0, -gained)];
  const room = Math.min(wrong - better, all - wrong - worse);
  const pairs = Math.max(0, Math.min(room, Math.round(churn / 2)));
  return { righted: pairs + better, spoiled: pairs + worse };
}

/** Makes the change in a vector of wrong images; done twice it changes nothing. */
export function turnKnown(
  bits: BitVector,
  { torn, all, from, wrong }: KnownImages,
  change: KnownChange,
): void {
  for (let i = 0; i < change.righted; i++) flipBit(bits, torn + ((from + i) % all));
  for (let i = 0; i < change.spoiled; i++) flipBit(bits, torn + ((from + wrong + i) % all));
}

/** The known images after a change that was released. */
export function afterChange(known: KnownImages, { righted, spoiled }: KnownChange): KnownImages {
  return {
    ...known,
    from: known.all === 0 ? 0 : (known.from + righted) % known.all,
    wrong: known.wrong - righted + spoiled,
  };
}
