const pytorch = `import torch

model.eval()
image = torch.zeros(1, 3, 32, 32)          # the benchmark's input size
torch.onnx.export(model, image, "model.onnx", dynamo=True, external_data=False)`;

const timm = `import json, timm, torch

model = timm.create_model("resnet50", pretrained=True).eval()
config = timm.data.resolve_model_data_config(model)
json.dump(config, open("config.json", "w"))  # drop it beside the model
image = torch.zeros(1, *config["input_size"])
torch.onnx.export(model, image, "model.onnx", dynamo=True, external_data=False)`;

const keras = `model.export("model.onnx", format="onnx")   # Keras 3; the layout NHWC is read from the shape`;

/** How a model becomes a file that is accepted, and what is. */
export function ExportSection() {
  return (
    <>
      <h2 id="export">Export a model</h2>
      <p>
        Rung takes one ONNX file with the weights inside. Export the network alone: resizing, cropping and
        normalising are declared at submission and done by the server, the same way for everyone.
      </p>
      <h3>PyTorch</h3>
      <pre>{pytorch}</pre>
      <p>
        It needs the packages <code>onnx</code> and <code>onnxscript</code>. Releases before 2.6 write the
        weights into the file by themselves: leave <code>dynamo</code> and <code>external_data</code> out
        there.
      </p>
      <h3>timm</h3>
      <pre>{timm}</pre>
      <p>
        The config fills in <code>input_size</code>, <code>interpolation</code>, <code>crop_pct</code>,{" "}
        <code>crop_mode</code>, <code>mean</code> and <code>std</code>.
      </p>
      <h3>Keras</h3>
      <pre>{keras}</pre>
      <h2 id="accepted">What is accepted</h2>
      <ul>
        <li>
          one image input, float32, float16 or uint8, NCHW or NHWC, three channels; any batch dimension, a
          fixed 1 included
        </li>
        <li>
          one output of class scores, <code>[N, classes]</code> or <code>[classes]</code>; logits or
          probabilities, since only their order counts
        </li>
        <li>operators of the ONNX standard; int8 models as quantisers write them</li>
      </ul>
      <p>
        Refused, with the reason and the node&rsquo;s name: external data, operators of other domains, random
        operators and whatever keeps state between images, several inputs, a wrong number of classes. A
        refusal costs nothing.
      </p>
    </>
  );
}
