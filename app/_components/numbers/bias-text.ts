/** A meter's ceiling in points; from 1 on it limits nothing. */
export const ceilingText = ({ ceiling }: { ceiling: number }): string =>
  ceiling < 1 ? inPoints(ceiling) : "no longer a limit";

/** What the strongest simulated attack gains, in points, or that its policy was not measured. */
export const simulatedText = ({ simulated }: { simulated: number | null }): string =>
  simulated === null ? "not measured under this policy" : inPoints(simulated);

/** What teams that nobody vouches for could gain together, of how much they may, in points. */
export const teamBiasText = (meter: { unvouchedBias: number | null; teamBias: number }): string =>
  meter.unvouchedBias === null
    ? "not measured under this policy"
    : `${inPoints(meter.unvouchedBias)} of ${(100 * meter.teamBias).toFixed(2)} allowed`;

const inPoints = (fraction: number): string => `${(100 * fraction).toFixed(2)} points`;
