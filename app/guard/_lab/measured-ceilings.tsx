import { count, counted } from "@/app/_components/numbers/count";
import { describePolicy } from "@/app/_components/words/describe-policy";
import { measuredOn } from "@/server/release/measured-ceilings";
import { type CeilingTable, ceilingTables } from "./ceiling-tables";

const points = (fraction: number) => (100 * fraction).toFixed(2);

/** What the strongest attack simulated reaches against the defaults once every team has used all of its submissions. */
export function MeasuredCeilings() {
  const tables = ceilingTables();
  return (
    <>
      <h3 id="ceilings">What the defaults withstand</h3>
      <p>
        Measured on {measuredOn} with the strongest of these attacks, inference: bias in points, with its
        standard error, once every colluding team has used all of its submissions, each with top-1 alone. A
        pool lets in one team for every hundred images, and 100 at most; more come only by a
        maintainer&rsquo;s approval. The last column is the theorem&rsquo;s ceiling for the same counts.
      </p>
      {tables
        .filter(({ current }) => current)
        .map((table) => (
          <OneSize key={table.images} table={table} />
        ))}
      <p>
        Until {measuredOn} the gate was exact and only the step had noise. That is worth little against an
        attacker who churns, and pools that began then keep it:
      </p>
      {tables
        .filter(({ current }) => !current)
        .map((table) => (
          <OneSize key={table.images} table={table} />
        ))}
      <p>
        Tried and not used: a secret dither of the rounding, drawn afresh for each release, so that no
        attacker can place its score where the rounding turns. Simulated with the same attack, told of the
        dither, it takes a tenth to a sixth off the bias (10,000 images: 0.69 for 0.82 points with one team,
        2.30 for 2.56 with ten; 2,000 images: 1.11 for 1.16 and 3.30 for 3.86; standard errors 0.04 to 0.08).
        The price is that every honest score is rounded 1.4 times as coarsely and no longer to the nearest
        step.
      </p>
    </>
  );
}

function OneSize({ table: { images, policy, lifetime, unsure, rows } }: { table: CeilingTable }) {
  const caption = `${count(images)} hidden images, ${count(lifetime)} submissions a team, ${describePolicy(policy)}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scroll" aria-label={caption} tabIndex={0}>
      <table className="data lab-ceilings">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Teams</th>
            {unsure.map((share) => (
              <th key={share} scope="col">
                {100 * share} % unsure
              </th>
            ))}
            <th scope="col">Theorem</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ teams, measured, ceiling }) => (
            <tr key={teams}>
              <th scope="row" className="number">
                <span className="unseen">{counted(teams, "team")}</span>
                <span aria-hidden="true">{teams}</span>
              </th>
              {measured.map((found, i) => (
                <td key={unsure[i]} className="number">
                  {found && (
                    <>
                      {points(found.bias)} <span className="quiet">±{points(found.standardError)}</span>
                    </>
                  )}
                </td>
              ))}
              <td className="number quiet">{points(ceiling)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
