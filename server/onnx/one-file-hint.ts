/** How to make one file of a two-file export. */
export const oneFileHint =
  'Put everything in one file: torch.onnx.export(..., external_data=False), or, in the folder of both files, import onnx; onnx.save_model(onnx.load("model.onnx"), "one-file.onnx", save_as_external_data=False).';
