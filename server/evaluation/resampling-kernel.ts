import type { InputGeometry } from "./input-geometry";

export interface ResamplingKernel {
  /** Half the width of the kernel, in pixels of the coarser grid. */
  support: number;
  weight: (distance: number) => number;
}

type Smooth = Exclude<InputGeometry["interpolation"], "nearest">;

function bicubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? -0.5 * (((x - 5) * x + 8) * x - 4) : 0;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function hamming(distance: number): number {
  const x = Math.abs(distance);
  return x < 1 ? sinc(x) * (0.54 + 0.46 * Math.cos(Math.PI * x)) : 0;
}

/**
 * The interpolation kernels under the names that timm and Pillow give them. Bicubic is Keys' with a = -1/2 (R. G. Keys 1981,
 * "Cubic convolution interpolation for digital image processing").
 */
export const resamplingKernel: Record<Smooth, ResamplingKernel> = {
  box: { support: 0.5, weight: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  bilinear: { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  hamming: { support: 1, weight: hamming },
  bicubic: { support: 2, weight: bicubic },
  lanczos: { support: 3, weight: (x) => (Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0) },
};
