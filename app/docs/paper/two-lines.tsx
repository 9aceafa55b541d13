import { withMinus } from "@/app/_components/numbers/percent";
import { ScrollArea } from "@/app/_components/table/scroll-area";
import type { LineCells } from "@/server/paper/printed/lines";
import { compared } from "./compared";
import { OurNumber } from "./our-number";

type Numbers = Record<keyof LineCells, React.ReactNode>;

const { "cifar-10": cifar10, imagenet } = compared.lines;

/** Both lines as printed, ours, and ours of other models. */
export function TwoLines() {
  return (
    <ScrollArea label="The two lines">
      <table className="data compared">
        <caption>new = slope × original + intercept, in percent, with 95 % intervals over models</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              Line
            </th>
            <th scope="col" colSpan={2}>
              Slope
            </th>
            <th scope="col" colSpan={2}>
              Intercept
            </th>
          </tr>
        </thead>
        <tbody>
          <Line title="CIFAR-10, paper" numbers={printed(cifar10)} />
          <Line title={`CIFAR-10 here, ${cifar10.models} models`} numbers={ours(cifar10)} />
          <Line
            title={`without the one as printed, ${cifar10.other.models}`}
            numbers={texts(cifar10.other.cells)}
          />
        </tbody>
        <tbody>
          <Line title="ImageNet, paper" numbers={printed(imagenet)} />
          <Line title={`ImageNet here, ${imagenet.models} models`} numbers={ours(imagenet)} />
          <Line
            title={`with the Fisher vectors, ${imagenet.other.models}`}
            numbers={texts(imagenet.other.cells)}
          />
        </tbody>
      </table>
    </ScrollArea>
  );
}

const mapped = <From, To>(of: Record<keyof LineCells, From>, show: (cell: From) => To) =>
  Object.fromEntries(Object.entries(of).map(([column, cell]) => [column, show(cell)])) as Record<
    keyof LineCells,
    To
  >;

const printed = ({ cells }: typeof imagenet): Numbers => mapped(cells, ({ paper }) => withMinus(paper));
const ours = ({ cells }: typeof imagenet): Numbers => mapped(cells, (cell) => <OurNumber of={cell} />);
const texts = (cells: LineCells): Numbers => mapped(cells, withMinus);

function Line({ title, numbers }: { title: string; numbers: Numbers }) {
  return (
    <tr>
      <th scope="row" className="words">
        {title}
      </th>
      <td className="number with-interval">{numbers.slope}</td>
      <td className="interval">
        [{numbers.slopeLower}, {numbers.slopeUpper}]
      </td>
      <td className="number with-interval">{numbers.intercept}</td>
      <td className="interval">
        [{numbers.interceptLower}, {numbers.interceptUpper}]
      </td>
    </tr>
  );
}
