/** How to make one file of a two-file export, or to have it made. */
export const oneFileHint =
  'Send both files together (drop both, or use the form part `data`), or put everything in one file: torch.onnx.export(..., external_data=False), or, in the folder of both files, import onnx; onnx.save_model(onnx.load("model.onnx"), "one-file.onnx", save_as_external_data=False).';
