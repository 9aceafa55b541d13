/** What an author does about a model that the runtime cannot load, by the runtime's words. */
export function cureForLoading(words: string): string {
  if (/bfloat16/i.test(words)) {
    return "The runtime has no operators for bfloat16: call model.float() before the export, or convert the file to float32.";
  }
  if (/could not find an implementation|not implemented/i.test(words)) {
    return "The runtime has no such operator for the numbers that the model computes with, most likely float64: call model.float() before the export.";
  }
  if (/does not match expected type|type error/i.test(words)) {
    return "The types inside the file contradict each other, as after a conversion to float16 that left a Cast behind: convert the float32 model anew, with onnxconverter_common.float16.convert_float_to_float16(model, keep_io_types=True), or submit it in float32.";
  }
  if (/opset|ir_version|ir version/i.test(words)) {
    return "Export it for an older opset: opset_version=20.";
  }
  return "Load it with onnxruntime on your own machine, and check it with onnx.checker.check_model(path, full_check=True).";
}
