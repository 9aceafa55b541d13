"""What the exporters share: images, weights that tell images apart, and onnxruntime's own answers.

A case is one exported file. Each is printed as a line of JSON: where the file is, how its images are prepared, and what
onnxruntime in Python says of each image, one at a time.
"""

import contextlib
import json
import os
import sys
import time
import traceback

import numpy as np
import onnxruntime

CLASSES = 10
IMAGES = 24
MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


def images(size):
    """Blobs of random colours, uint8 [N, size, size, 3]: noise alone would look the same to every pooling layer."""
    random = np.random.default_rng(7)
    y, x = np.mgrid[0:size, 0:size] / size
    drawn = []
    for _ in range(IMAGES):
        canvas = np.tile(random.uniform(0, 255, 3), (size, size, 1))
        for _ in range(6):
            (cx, cy), radius = random.uniform(0, 1, 2), random.uniform(0.05, 0.5)
            inside = ((x - cx) ** 2 + (y - cy) ** 2) < radius**2
            canvas[inside] = random.uniform(0, 255, 3)
        canvas += random.normal(0, random.uniform(0, 40), canvas.shape)
        drawn.append(np.clip(canvas, 0, 255))
    return np.asarray(drawn).astype(np.uint8)


def prepared(pixels, case):
    """As `rung` prepares them: (value / 255 - mean) / std."""
    values = pixels.astype(np.float32) / np.float32(255)
    values = (values - np.float32(case["mean"])) / np.float32(case["std"])
    return values if case["layout"] == "NHWC" else np.ascontiguousarray(values.transpose(0, 3, 1, 2))


def answers(path, pixels, case):
    """Class and margin between the best two scores for each image; a fixed batch is filled with the same image."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    slot = session.get_inputs()[0]
    batch = slot.shape[0] if isinstance(slot.shape[0], int) else 1
    values = prepared(pixels, case)
    values = values.astype(np.float16) if "float16" in slot.type else values
    classes, margins = [], []
    for value in values:
        fed = np.repeat(value[None], batch, axis=0)
        scores = session.run(None, {slot.name: fed})[0].astype(np.float64)[0].reshape(-1)
        best = np.argsort(-scores, kind="stable")
        classes.append(int(best[0]))
        margins.append(float(scores[best[0]] - scores[best[1]]))
    return classes, margins


def run(cases, folder):
    """Exports each `(case, export)` whose result is not there yet; `export(path)` may set more of the case."""
    done = set(sys.argv[2:])
    for case, export in cases:
        if case["name"] in done:
            continue
        case = {"mean": MEAN, "std": STD, "layout": "NCHW", "size": 64, **case}
        path = os.path.join(folder, f"{case['name']}.onnx")
        started = time.time()
        try:
            pixels = images(case["size"])
            with contextlib.redirect_stdout(sys.stderr):
                export(path, pixels, case)
            case["exportMs"] = round(1000 * (time.time() - started))
            case["path"] = path
            if not case.get("refused"):
                case["classes"], case["margins"] = answers(path, pixels, case)
            save(folder, case["size"], pixels)
        except Exception as error:  # an exporter that cannot is a row of the table, not the end of the run
            last = traceback.extract_tb(error.__traceback__)[-1]
            words = str(error).strip().splitlines() or [type(error).__name__]
            case.pop("path", None)
            case["exportError"] = f"{words[0][:160]} ({os.path.basename(last.filename)})"
        print(json.dumps(case), flush=True)


def save(folder, size, pixels):
    path = os.path.join(folder, f"images-{size}.npy")
    if not os.path.exists(path):
        np.save(path + ".part.npy", pixels)
        os.replace(path + ".part.npy", path)
        np.save(os.path.join(folder, f"labels-{size}.npy"), (np.arange(IMAGES) % CLASSES).astype(np.uint8))
