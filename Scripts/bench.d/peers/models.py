"""The networks, layer for layer as in Sources/plantsh-bench/Engine, their weights in the same order."""
import torch
from torch import nn

INVERTED = {
    "MobileNetV2": [(1, 16, 1, 3, 1), (6, 24, 2, 3, 2), (6, 32, 3, 3, 2), (6, 64, 4, 3, 2), (6, 96, 3, 3, 1),
                    (6, 160, 3, 3, 2), (6, 320, 1, 3, 1)],
    "EfficientNet-Lite0": [(1, 16, 1, 3, 1), (6, 24, 2, 3, 2), (6, 40, 2, 5, 2), (6, 80, 3, 3, 2),
                           (6, 112, 3, 5, 1), (6, 192, 4, 5, 2), (6, 320, 1, 3, 1)],
}


class Mean(nn.Module):
    """The mean of each channel."""

    def forward(self, x):
        return x.mean((2, 3))


class Residual(nn.Module):
    def __init__(self, body, shortcut=None, relu=True):
        super().__init__()
        self.body, self.shortcut, self.relu = body, shortcut, relu

    def forward(self, x):
        y = self.body(x) + (x if self.shortcut is None else self.shortcut(x))
        return torch.relu(y) if self.relu else y


def convolution(inputs, filters, kernel, stride=1, groups=1):
    return [nn.Conv2d(inputs, filters, kernel, stride, kernel // 2, groups=groups, bias=False),
            nn.BatchNorm2d(filters)]


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(32 * 49, 128), nn.ReLU(), nn.Linear(128, 10))


def residual(inputs, filters, stride):
    body = nn.Sequential(*convolution(inputs, filters, 3, stride), nn.ReLU(), *convolution(filters, filters, 3))
    same = stride == 1 and inputs == filters
    return Residual(body, None if same else nn.Sequential(*convolution(inputs, filters, 1, stride)))


def resnet8():
    return nn.Sequential(
        *convolution(1, 16, 3), nn.ReLU(), residual(16, 16, 1), residual(16, 32, 2), residual(32, 64, 2), Mean(),
        nn.Linear(64, 10))


def mlp():
    return nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))


def inverted(stages, classes):
    layers = convolution(3, 32, 3, 2) + [nn.ReLU6(True)]
    inputs = 32
    for widening, filters, blocks, kernel, first_stride in stages:
        for block in range(blocks):
            stride, wide = first_stride if block == 0 else 1, inputs * widening
            body = convolution(inputs, wide, 1) + [nn.ReLU6(True)] if widening > 1 else []
            body += convolution(wide, wide, kernel, stride, wide) + [nn.ReLU6(True)]
            body = nn.Sequential(*body, *convolution(wide, filters, 1))
            layers.append(Residual(body, relu=False) if stride == 1 and inputs == filters else body)
            inputs = filters
    return nn.Sequential(*layers, *convolution(inputs, 1280, 1), nn.ReLU6(True), Mean(), nn.Linear(1280, classes))


def model(name, classes):
    if name in INVERTED:
        return inverted(INVERTED[name], classes)
    return {"LeNet": lenet, "ResNet-8": resnet8, "MLP 64-256-128-10": mlp}[name]()
