"""What ours wrote for the peers (Sources/plantsh-bench/Engine/Handover.swift), in torch's order of axes."""
import json
import math
import pathlib

import numpy
import torch
from torch import nn

from . import models


class Handover:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.words = json.loads((self.folder / "handover.json").read_text())

    def arrays(self, name):
        flat = numpy.fromfile(self.folder / f"{name}.f32", dtype=numpy.float32)
        shapes = self.words[name]
        ends = numpy.cumsum([math.prod(shape) for shape in shapes])
        if ends[-1] != len(flat):
            raise ValueError(f"{name}.f32 has {len(flat)} numbers, wanted {ends[-1]}")
        return [torch.from_numpy(part).reshape(shape) for part, shape in zip(numpy.split(flat, ends[:-1]), shapes)]

    def inputs(self):
        """[n, channels, height, width] of images, [n, features] of others."""
        x, = self.arrays("inputs")
        return x.permute(0, 3, 1, 2).contiguous() if x.dim() == 4 else x

    def labels(self):
        return torch.tensor(self.words["labels"])

    def model(self):
        """The network with our weights."""
        model = models.model(self.words["model"], self.words["classes"])
        names = [name for name in model.state_dict() if not name.endswith("num_batches_tracked")]
        ours = self.arrays("weights")
        if len(names) != len(ours):
            raise ValueError(f"{len(ours)} weights for a model of {len(names)}")
        state = {name: turned(model, name, weight) for name, weight in zip(names, ours)}
        model.load_state_dict(state, strict=False)
        return model

    def gradients(self, model):
        """Ours, beside the names of the parameters."""
        names = [name for name, _ in model.named_parameters()]
        return {name: turned(model, name, value) for name, value in zip(names, self.arrays("gradients"))}


def turned(model, name, weight):
    """From channels last to channels first: kernels [kh, kw, in, out], matrices [in, out]."""
    if weight.dim() == 4:
        return weight.permute(3, 2, 0, 1).contiguous()
    if weight.dim() < 2:
        return weight
    size = flattened(model, name)
    if size is None:
        return weight.t().contiguous()
    height, width, channels = size
    return weight.reshape(height, width, channels, -1).permute(3, 2, 0, 1).flatten(1).contiguous()


def flattened(model, name):
    """[height, width, channels] of the image that a matrix sees as one row, or None."""
    place = int(name.split(".")[0])
    if not any(isinstance(layer, nn.Flatten) for layer in model[max(0, place - 1):place]):
        return None
    channels = [layer.out_channels for layer in model[:place] if isinstance(layer, nn.Conv2d)][-1]
    side = math.isqrt(model[place].in_features // channels)
    return side, side, channels
