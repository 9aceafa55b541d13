const pytorch = `import torch

model.eval()
image = torch.zeros(1, 3, 32, 32)          # the benchmark's input size
torch.onnx.export(model, image, "model.onnx", dynamo=True)  # and model.onnx.data`;

const timm = `import json, timm, torch

model = timm.create_model("resnet50", pretrained=True).eval()
config = timm.data.resolve_model_data_config(model)
json.dump(config, open("config.json", "w"))  # drop it beside the model
image = torch.zeros(1, *config["input_size"])
torch.onnx.export(model, image, "model.onnx", dynamo=True)`;

const keras = `model.export("model.onnx", format="onnx")   # Keras 3; NHWC is read off the shape`;

const perByte = "0.00392156862745098";
/** Models of keras.applications by the mode of their `preprocess_input`, as its documentation has them, in Rung's terms. */
const kerasModes = [
  [
    "with a Rescaling or Normalization layer inside, taking 0 to 255: EfficientNet, EfficientNetV2, ConvNeXt, MobileNetV3",
    "0, 0, 0",
    Array(3).fill(perByte).join(", "),
    "RGB",
  ],
  [
    "“tf”, -1 to 1: Inception, InceptionResNet, Xception, MobileNet, MobileNetV2, NASNet, ResNet V2",
    "0.5, 0.5, 0.5",
    "0.5, 0.5, 0.5",
    "RGB",
  ],
  ["“torch”: DenseNet", "0.485, 0.456, 0.406", "0.229, 0.224, 0.225", "RGB"],
  [
    "“caffe”, less 103.939, 116.779, 123.68: ResNet (V1), VGG",
    "0.407604, 0.457957, 0.485020",
    Array(3).fill(perByte).join(", "),
    "BGR",
  ],
] as const;

/** How to export a model, and what is accepted. */
export function ExportSection() {
  return (
    <>
      <h2 id="export">Export a model</h2>
      <p>
        Rung takes an ONNX file, with the data file that an export may write beside it. Export the network
        alone: you declare resizing, cropping and normalising when you submit, and the server applies them,
        the same way for everyone.
      </p>
      <h3>PyTorch</h3>
      <pre>{pytorch}</pre>
      <p>
        This needs the packages <code>onnx</code> and <code>onnxscript</code>; releases before 2.6 know no{" "}
        <code>dynamo</code>: leave it out there.
      </p>
      <h3 id="two-files">A model in two files</h3>
      <p>
        The newer exporter writes most weights into <code>model.onnx.data</code>. Send both, with the names
        that the export gave them, or a zip of the two: they are stored as one file, the same that{" "}
        <code>external_data=False</code> writes, and the two together may have 2 GiB, ONNX&rsquo;s limit for
        one file. A model takes one data file at most; where an older exporter wrote one for each weight, run{" "}
        <code>onnx.save_model(onnx.load(path), "one.onnx", save_as_external_data=False)</code>.
      </p>
      <h3>timm</h3>
      <pre>{timm}</pre>
      <p>
        The config fills in <code>input_size</code>, <code>interpolation</code>, <code>crop_pct</code>,{" "}
        <code>crop_mode</code>, <code>mean</code> and <code>std</code>.
      </p>
      <h3>Keras</h3>
      <pre>{keras}</pre>
      <p>
        Keras feeds pixels of 0 to 255, and Rung&rsquo;s default is 0 to 1. What <code>preprocess_input</code>{" "}
        does for a model of <code>keras.applications</code>, you declare:
      </p>
      <div className="scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col" className="words">
                models
              </th>
              <th scope="col" className="words">
                mean
              </th>
              <th scope="col" className="words">
                std
              </th>
              <th scope="col" className="words">
                channel_order
              </th>
            </tr>
          </thead>
          <tbody>
            {kerasModes.map(([models, mean, std, order]) => (
              <tr key={models}>
                <th scope="row" className="words">
                  {models}
                </th>
                <td className="words">{mean}</td>
                <td className="words">{std}</td>
                <td className="words">{order}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <code>mean</code> and <code>std</code> are in the order of the model&rsquo;s own channels: of a BGR
        model the first number is for blue. Before the original part, the usual settings are tried beside
        yours on 200 of its images; where one is clearly better, the submission waits for you.
      </p>
      <h2 id="accepted">What is accepted</h2>
      <ul>
        <li>
          one image input: float32, float16 or uint8, NCHW or NHWC, three channels or one grey channel; any
          batch dimension, including a fixed 1. Where the shape leaves the layout open, the first convolution
          tells it; where it leaves the size open, the model gets the benchmark&rsquo;s
        </li>
        <li>
          one output of class scores: <code>[N, classes]</code> or <code>[classes]</code>, with axes of length
          1 anywhere; logits or probabilities, since only their order counts. With two classes one sigmoid
          score will do: it is the probability of the second class
        </li>
        <li>
          grey models see <code>(19595 R + 38470 G + 7471 B) / 65536</code>, rounded (ITU-R 601, as
          Pillow&rsquo;s &ldquo;L&rdquo;), scaled by one mean and one std
        </li>
        <li>standard ONNX operators; int8 models as quantisers write them</li>
      </ul>
      <p>
        Refused, with the reason and the node&rsquo;s name: weights that were not sent, operators from other
        domains, random operators, anything that carries state from image to image, weights in bfloat16 or
        float64 where the runtime cannot compute with them, more than one input, the wrong number of classes.
        A refusal names everything that is wrong at once, and costs nothing.
      </p>
    </>
  );
}
