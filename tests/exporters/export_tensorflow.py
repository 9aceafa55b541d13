"""Keras 3 by its own export, tf2onnx over opsets and layouts, and scikit-learn, which makes no image classifier."""

import os
import subprocess
import sys
import tempfile
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
warnings.filterwarnings("ignore")

import keras
import numpy as np
import skl2onnx
import tensorflow
import tf2onnx
from sklearn.linear_model import LogisticRegression

import common

ARCHITECTURES = {
    "MobileNet V2": lambda **kw: keras.applications.MobileNetV2(alpha=0.35, **kw),
    "ResNet50": keras.applications.ResNet50,
    "EfficientNet B0": keras.applications.EfficientNetB0,
    "DenseNet121": keras.applications.DenseNet121,
}
KERAS = {"mean": (0, 0, 0), "std": (1, 1, 1), "layout": "NHWC"}


def build(make, pixels):
    """Batch statistics from the images, and logits of spread 1, so that they get different answers."""
    keras.utils.set_random_seed(0)
    core = make(weights=None, input_shape=(64, 64, 3), classes=common.CLASSES, classifier_activation=None)
    values = common.prepared(pixels, KERAS)
    for layer in core._flatten_layers():
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = 0.5
    for _ in range(8):
        core(values, training=True)
    scores = np.asarray(core(values))
    outputs = keras.layers.Rescaling(1 / scores.std(0), -scores.mean(0) / scores.std(0))(core.output)
    model = keras.Model(core.input, keras.layers.Softmax()(outputs))
    # Keras exports only what has been called.
    model(values)
    return model


def to_onnx(model, path, opset, nchw):
    signature = [tensorflow.TensorSpec([None, 64, 64, 3], tensorflow.float32, name="image")]
    function = tensorflow.function(lambda image: model(image, training=False), input_signature=signature)
    options = {"inputs_as_nchw": ["image"]} if nchw else {}
    tf2onnx.convert.from_function(function, signature, opset=opset, output_path=path, **options)


def by_saved_model(model, path):
    with tempfile.TemporaryDirectory() as folder:
        model.export(folder, format="tf_saved_model", verbose=False)
        command = [sys.executable, "-m", "tf2onnx.convert", "--saved-model", folder, "--output", path]
        subprocess.run(command, check=True, capture_output=True)


def cases():
    for title, make in ARCHITECTURES.items():
        name = title.lower().replace(" ", "-")
        case = {"name": f"keras-{name}", "exporter": "Keras 3", "architecture": title, "opset": 0, "variant": "free batch"}
        yield {**case, **KERAS}, lambda path, pixels, _, make=make: build(make, pixels).export(
            path, format="onnx", verbose=False
        )
        for opset in (13, 15, 18):
            for nchw in (False, True) if opset == 15 else (False,):
                layout = "NCHW" if nchw else "NHWC"
                case = {"name": f"tf2onnx-{name}-{opset}-{layout}".lower(), "exporter": "tf2onnx", "architecture": title}
                yield {**case, **KERAS, "opset": opset, "variant": layout, "layout": layout}, (
                    lambda path, pixels, _, make=make, opset=opset, nchw=nchw: to_onnx(
                        build(make, pixels), path, opset, nchw
                    )
                )
    title = "EfficientNet B0"
    case = {"name": "saved-efficientnet-b0", "exporter": "tf2onnx", "architecture": title, "opset": 0, "variant": "SavedModel"}
    yield {**case, **KERAS}, lambda path, pixels, _: by_saved_model(build(ARCHITECTURES[title], pixels), path)
    case = {"name": "sklearn-logistic", "exporter": "skl2onnx", "architecture": "LogisticRegression"}
    yield {**case, "opset": 0, "variant": "flat pixels", "refused": True}, logistic


def logistic(path, pixels, case):
    values = pixels.reshape(len(pixels), -1).astype(np.float32)
    fitted = LogisticRegression(max_iter=10).fit(values, np.arange(len(pixels)) % common.CLASSES)
    with open(path, "wb") as file:
        file.write(skl2onnx.to_onnx(fitted, values[:1]).SerializeToString())


if __name__ == "__main__":
    common.run(cases(), sys.argv[1])
