import { count } from "@/app/_components/numbers/count";
import { climbChance } from "@/server/release/climb-chance";
import { defaultPolicy } from "@/server/release/default-policy";

const images = 10_000;
const gains = [0, 0.5, 1, 2, 3];
const changes = [0.03, 0.1, 0.3];

/** How often a model that is truly better climbs, by its gain and by how much it differs from the one released before. */
export function ClimbChances() {
  const { policy } = defaultPolicy(images);
  const cells = changes.map((share) =>
    gains.map((steps) => climbChance({ policy, images, changed: share * images, steps })),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scroll" aria-label="Chance of a climb" tabIndex={0}>
      <table className="data lab-ceilings">
        <caption>
          How often a submission climbs under the default for {count(images)} images, in percent
        </caption>
        <thead>
          <tr>
            <th scope="col">Images on which the two models differ</th>
            {gains.map((steps) => (
              <th key={steps} scope="col">
                {steps === 0 ? "no gain" : `${steps} ${steps === 1 ? "step" : "steps"}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, i) => (
            <tr key={changes[i]}>
              <th scope="row" className="number">
                {100 * changes[i]!} %
              </th>
              {row.map((chance, j) => (
                <td key={gains[j]} className="number">
                  {chance === null ? "–" : Math.round(100 * chance)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
