"""timm and torchvision, by both of PyTorch's exporters, in several precisions and quantised. Run by `npm run test:exporters`."""

import copy
import os
import sys
import warnings

import onnxruntime.quantization as quantization
import timm
import torch
import torchvision

import common
from architectures import ARCHITECTURES

warnings.filterwarnings("ignore")
torch.set_num_threads(1)

EVERY_OPSET = {"ResNet", "ViT"}
VARIANTS = {"ResNet", "ViT", "MobileNet V2", "ConvNeXt"}
NEWEST = {"older": 20, "newer": 23}
OLDEST = {"older": 13, "newer": 18}


def build(library, name, size, arguments, seed=0):
    """Random weights, normalised so that random images get different answers: batch statistics from them, logits of spread 1."""
    torch.manual_seed(seed)
    if library == "timm":
        model = timm.create_model(name, num_classes=common.CLASSES, **arguments)
    else:
        model = getattr(torchvision.models, name)(num_classes=common.CLASSES, **arguments)
    x = torch.from_numpy(common.prepared(common.images(size), {"mean": common.MEAN, "std": common.STD, "layout": "NCHW"}))
    with torch.no_grad():
        for module in model.modules():
            # A head of zeros, as some begin with, would leave every image the same answer.
            if isinstance(module, (torch.nn.Linear, torch.nn.Conv2d)) and not module.weight.any():
                module.reset_parameters()
            if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
                module.momentum = None
            # So would layer scale and the like, which begin at a millionth.
            for parameter in module.parameters(recurse=False):
                if parameter.dim() <= 1 and 0 < parameter.abs().max() < 0.01:
                    parameter.fill_(1)
        for _ in range(2):
            model.train()(x)
        scores = model.eval()(x)
        if scores.std(0).min() > 0:
            return Spread(model, scores.mean(0), scores.std(0)).eval()
    return model


class Spread(torch.nn.Module):
    """Logits shifted and scaled to mean 0 and spread 1 over the images."""

    def __init__(self, model, mean, std):
        super().__init__()
        self.model = model
        self.register_buffer("mean", mean)
        self.register_buffer("std", std)

    def forward(self, image):
        return (self.model(image) - self.mean) / self.std


def export(model, size, path, exporter, opset, batch=None, dtype=torch.float32):
    image = torch.zeros(batch or 2, 3, size, size, dtype=dtype)
    options = {"input_names": ["image"], "output_names": ["scores"], "opset_version": opset}
    if exporter == "older":
        axes = None if batch else {"image": {0: "batch"}, "scores": {0: "batch"}}
        torch.onnx.export(model, (image,), path, dynamo=False, dynamic_axes=axes, **options)
    else:
        shapes = None if batch else ({0: torch.export.Dim("batch")},)
        torch.onnx.export(model, (image,), path, dynamo=True, dynamic_shapes=shapes, verbose=False, **options)


def cases():
    last = [None, None]

    def model_of(row):
        if last[0] != row[0]:
            last[:] = [row[0], build(*row[1:5])]
        return copy.deepcopy(last[1])

    # The widest view first: every architecture by both exporters, then precisions and quantisers, then the other opsets.
    for end in (0, -1):
        for row in ARCHITECTURES:
            for exporter in ("older", "newer"):
                # The older exporter's oldest opset and the newer one's newest first.
                place = end if exporter == "older" else -1 - end
                yield plain(row, exporter, opsets_of(row, exporter)[place], model_of)
        if end == 0:
            for row in ARCHITECTURES:
                if row[0] in VARIANTS:
                    for exporter in ("older", "newer"):
                        yield from precisions(row, exporter, model_of)
                    yield from quantised(row, model_of)
    for row in ARCHITECTURES:
        if row[0] in EVERY_OPSET:
            for exporter in ("older", "newer"):
                for opset in opsets_of(row, exporter)[1:-1]:
                    yield plain(row, exporter, opset, model_of)


def opsets_of(row, exporter):
    oldest = max(row[5], OLDEST[exporter]) if exporter == "older" else OLDEST[exporter]
    return list(range(oldest, NEWEST[exporter] + 1))


def case_of(row, exporter, opset, variant):
    title, size = row[0], row[3]
    slug = f"{title}-{exporter}-{opset}-{variant}".lower().replace(" ", "-")
    who = f"torch {'TorchScript' if exporter == 'older' else 'dynamo'}"
    return {"name": slug, "exporter": who, "architecture": title, "opset": opset, "variant": variant, "size": size}


def plain(row, exporter, opset, model_of):
    return case_of(row, exporter, opset, "free batch"), lambda path, _, __: export(
        model_of(row), row[3], path, exporter, opset
    )


def precisions(row, exporter, model_of):
    opset, size = 18 if exporter == "newer" else 17, row[3]
    for batch in (1, 4):
        yield case_of(row, exporter, opset, f"batch {batch}"), lambda path, _, __, batch=batch: export(
            model_of(row), size, path, exporter, opset, batch
        )
    yield case_of(row, exporter, opset, "fp16"), lambda path, _, __: export(
        model_of(row).half(), size, path, exporter, opset, dtype=torch.float16
    )
    yield case_of(row, exporter, opset, "bf16 made float"), lambda path, _, __: export(
        model_of(row).bfloat16().float(), size, path, exporter, opset
    )


class Reader(quantization.CalibrationDataReader):
    def __init__(self, values):
        self.rest = iter([{"image": value[None]} for value in values])

    def get_next(self):
        return next(self.rest, None)


def quantised(row, model_of):
    kinds = {
        "dynamic int8": None,
        "static QDQ": quantization.QuantFormat.QDQ,
        "static QOperator": quantization.QuantFormat.QOperator,
    }
    for variant, form in kinds.items():

        def write(path, pixels, case, form=form):
            plain_path, ready = path + ".float", path + ".ready"
            export(model_of(row), row[3], plain_path, "older", 17)
            quantization.shape_inference.quant_pre_process(plain_path, ready, skip_symbolic_shape=True)
            if form is None:
                quantization.quantize_dynamic(ready, path)
            else:
                reader = Reader(common.prepared(pixels, case))
                quantization.quantize_static(ready, path, reader, quant_format=form)
            os.remove(plain_path)
            os.remove(ready)

        yield case_of(row, "older", 17, variant), write


if __name__ == "__main__":
    common.run(cases(), sys.argv[1])
