"""Image classifiers of Hugging Face's transformers, exported by optimum, with random weights."""

import os
import shutil
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

import torch
import transformers
from optimum.exporters.onnx import onnx_export_from_model

import common

torch.set_num_threads(1)
SMALL = {"num_labels": common.CLASSES, "image_size": 64, "num_hidden_layers": 2, "hidden_size": 48, "num_attention_heads": 3, "intermediate_size": 96}
PYRAMID = {"num_labels": common.CLASSES, "hidden_sizes": [16, 32, 48, 64], "depths": [1, 1, 1, 1]}
MODELS = {
    "ViT": lambda: transformers.ViTForImageClassification(transformers.ViTConfig(**SMALL)),
    "DeiT": lambda: transformers.DeiTForImageClassification(transformers.DeiTConfig(**SMALL)),
    "BEiT": lambda: transformers.BeitForImageClassification(transformers.BeitConfig(**SMALL)),
    "ResNet": lambda: transformers.ResNetForImageClassification(transformers.ResNetConfig(embedding_size=16, layer_type="basic", **PYRAMID)),
    "ConvNeXt": lambda: transformers.ConvNextForImageClassification(transformers.ConvNextConfig(image_size=64, layer_scale_init_value=1.0, **PYRAMID)),
    "Swin": lambda: transformers.SwinForImageClassification(transformers.SwinConfig(num_labels=common.CLASSES, image_size=64, window_size=4, embed_dim=24, depths=[2, 2], num_heads=[2, 4])),
    "MobileNet V2": lambda: transformers.MobileNetV2ForImageClassification(transformers.MobileNetV2Config(num_labels=common.CLASSES, image_size=64, depth_multiplier=0.35)),
}


def export(make, path, pixels, case):
    torch.manual_seed(0)
    model = make()
    x = torch.from_numpy(common.prepared(pixels, case))
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
                module.momentum = None
            if isinstance(module, torch.nn.Linear | torch.nn.Conv2d):
                module.reset_parameters()
        for _ in range(2):
            model.train()(pixel_values=x)
        scores = model.eval()(pixel_values=x).logits
        head = [module for module in model.modules() if isinstance(module, torch.nn.Linear)][-1]
        head.bias.copy_((head.bias - scores.mean(0)) / scores.std(0))
        head.weight.div_(scores.std(0)[:, None])
    with tempfile.TemporaryDirectory() as folder:
        onnx_export_from_model(model, folder, opset=case["opset"], task="image-classification", do_validation=False)
        shutil.move(os.path.join(folder, "model.onnx"), path)


def cases():
    for title, make in MODELS.items():
        for opset in (14, 18):
            name = f"optimum-{title}-{opset}".lower().replace(" ", "-")
            case = {"name": name, "exporter": "optimum", "architecture": title, "opset": opset, "variant": "all free"}
            yield case, lambda path, pixels, case, make=make: export(make, path, pixels, case)


if __name__ == "__main__":
    common.run(cases(), sys.argv[1])
