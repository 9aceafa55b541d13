import type { ShownSubmission } from "./shown-submission";

type Better = NonNullable<NonNullable<ShownSubmission["advice"]>["better"]>;
type Preprocessing = ShownSubmission["preprocessing"];

const compared = ["mean", "std", "channel_order", "layout"] as const;

/** The preprocessing declared beside the one that suits the model clearly better, with what each gets right. */
export function AdvisedSetting({ declared, better }: { declared: Preprocessing; better: Better }) {
  const { preprocessing, images } = better;
  const rows = [
    { name: "as declared", setting: declared, correct: better.declared },
    { name: "clearly better", setting: preprocessing, correct: better.correct },
  ];
  const changed = compared.filter((name) => valueText(declared[name]) !== valueText(preprocessing[name]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scroll" aria-label="Preprocessing declared and advised" tabIndex={0}>
      <table className="data">
        <caption>On the same {images} original images</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              setting
            </th>
            <th scope="col">right</th>
            {changed.map((name) => (
              <th key={name} scope="col" className="words">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, setting, correct }) => (
            <tr key={name}>
              <th scope="row" className="words nowrap">
                {name}
              </th>
              <td className="number nowrap">
                {correct} <span className="soft">({((100 * correct) / images).toFixed(1)} %)</span>
              </td>
              {changed.map((field) => (
                <td key={field} className="words nowrap">
                  {valueText(setting[field])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function valueText(value: Preprocessing[(typeof compared)[number]]): string {
  if (!Array.isArray(value)) return String(value);
  const [first, ...others] = value.map((number) => String(Number(number.toPrecision(5))));
  return others.every((other) => other === first) ? `${first} each` : [first, ...others].join(", ");
}
