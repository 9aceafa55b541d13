import { frameWithin } from "../../plot/frame";
import { figureFrame } from "./figure-frame";

/** The frames that the server draws figures in; a card's has no titles. */
export const serverFrames = {
  desk: figureFrame(680),
  phone: figureFrame(360),
  card: frameWithin(340, 250, { left: 34, right: 12, top: 8, bottom: 28 }),
};

export type ServerFrame = keyof typeof serverFrames;
