import { sameSetting } from "./same-setting";
import type { Setting } from "./setting";

type Scaling = Pick<Setting, "mean" | "std">;

const all = (value: number) => [value, value, value];
const imagenetMean = [0.485, 0.456, 0.406];

/** For channels in the order red, green, blue. */
const scalings: Scaling[] = [
  // 0 to 1: PyTorch's ToTensor alone.
  { mean: all(0), std: all(1) },
  // ImageNet, as torchvision and timm have it.
  { mean: imagenetMean, std: [0.229, 0.224, 0.225] },
  // CIFAR-10, by the deviation of all pixels, and by the mean deviation of an image, which many scripts have.
  { mean: [0.4914, 0.4822, 0.4465], std: [0.247, 0.2435, 0.2616] },
  { mean: [0.4914, 0.4822, 0.4465], std: [0.2023, 0.1994, 0.201] },
  // -1 to 1: Inception, MobileNet, ViT.
  { mean: all(0.5), std: all(0.5) },
  // 0 to 255: models with a layer inside that rescales, as Keras has them.
  { mean: all(0), std: all(1 / 255) },
  // 0 to 255 less ImageNet's mean: Caffe, and Keras' ResNet and VGG.
  { mean: [123.68 / 255, 116.779 / 255, 103.939 / 255], std: all(1 / 255) },
];

/**
 * The settings that people's models usually need, other than the one declared: the likeliest first. A uint8 input is never scaled, and a
 * layout is tried only where the model's file leaves it open. Grey has no order, and the averages of the scalings.
 */
export function usualSettings(given: {
  declared: Setting;
  input: { type: "float32" | "float16" | "uint8"; layout: Setting["layout"] | null };
}): Setting[] {
  const { declared, input } = given;
  const isGrey = declared.mean.length === 1;
  const layouts = input.layout ? [declared.layout] : swapped(declared.layout, ["NCHW", "NHWC"] as const);
  const orders = isGrey ? [declared.channel_order] : (["RGB", "BGR"] as const);
  const usual = layouts.flatMap((layout) =>
    orders.flatMap((channel_order) => {
      if (input.type === "uint8") return [{ ...declared, layout, channel_order }];
      const ordered = (values: number[]) =>
        isGrey ? [average(values)] : channel_order === "BGR" ? values.toReversed() : values;
      return scalings.map(({ mean, std }) => ({
        layout,
        channel_order,
        mean: ordered(mean),
        std: ordered(std),
      }));
    }),
  );
  return usual.filter((setting) => !sameSetting(setting, declared));
}

/** To a millionth, as the averages of a declaration are. */
function average(values: number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e6) / 1e6;
}

/** Both, `first` before the other one. */
function swapped<Value>(first: Value, [one, other]: readonly [Value, Value]): Value[] {
  return first === one ? [one, other] : [other, one];
}
