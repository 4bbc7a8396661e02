"""Training with torch in each of its modes."""
import time

import torch
from torch.nn import functional

from .handover import Handover


class Training:
    """One step is: take a batch of a random order, forward, cross-entropy, backward, Adam."""

    def __init__(self, precision=torch.float32, compiles=True):
        self.precision, self.compiles = precision, compiles
        self.modes = {}

    def take_over(self, folder):
        self.handover = Handover(folder)
        self.inputs, self.labels = self.handover.inputs(), self.handover.labels()
        self.modes = {}

    def peers(self):
        layouts = ["", ", channels_last"] if self.inputs.dim() == 4 else [""]
        names = ["torch eager"] + [f"torch eager{layout}, fused Adam" for layout in layouts]
        if self.compiles:
            names += [f"torch compile{layout}, fused Adam" for layout in layouts]
        return [name.replace("torch", "torch bf16") if self.is_mixed else name for name in names]

    @property
    def is_mixed(self):
        return self.precision == torch.bfloat16

    def measure(self, peer):
        if peer not in self.modes:
            self.modes[peer] = Mode(self, peer)
        return self.modes[peer].turn()

    def differences(self):
        """Of the first step's loss and gradients, from torch's in double precision, relative to the largest."""
        batch = self.handover.words["batch"]
        loss, exact = self.first_step(self.inputs[:batch].double(), self.labels[:batch], torch.float64)
        _, single = self.first_step(self.inputs[:batch], self.labels[:batch], torch.float32)
        ours = self.handover.gradients(self.handover.model())
        largest = max(gradient.abs().max() for gradient in exact.values())
        return {
            "loss": abs(self.handover.words["loss"] - loss) / abs(loss),
            "gradient": apart(ours, exact, largest), "gradient of torch f32": apart(single, exact, largest),
        }

    def first_step(self, x, y, kind):
        model = self.handover.model().to(kind).train()
        loss = functional.cross_entropy(model(x), y)
        loss.backward()
        return loss.item(), {name: weight.grad for name, weight in model.named_parameters()}


def apart(these, those, largest):
    return max(((these[name].double() - those[name].double()).abs().max() / largest).item() for name in those)


class Mode:
    """The network in one of torch's modes."""

    def __init__(self, training, name):
        self.training = training
        self.fused = "fused" in name
        self.layout = torch.channels_last if "channels_last" in name else torch.contiguous_format
        self.model = training.handover.model().train().to(memory_format=self.layout)
        self.start = {key: value.clone() for key, value in self.model.state_dict().items()}
        self.loss = torch.compile(self.plain_loss) if "compile" in name else self.plain_loss

    def plain_loss(self, x, y):
        return functional.cross_entropy(self.model(x).float(), y)

    def turn(self):
        """Samples a second over one pass from the first weights, after some steps that do not count."""
        words, inputs = self.training.handover.words, self.training.inputs
        self.model.load_state_dict(self.start)
        optimizer = torch.optim.Adam(self.model.parameters(), words["rate"], fused=self.fused)
        order = torch.randperm(len(inputs)).split(words["batch"])
        for places in order[:max(1, min(3, len(order) // 2))]:
            self.step(optimizer, places)
        start = time.perf_counter()
        for places in order:
            self.step(optimizer, places)
        return len(inputs) / (time.perf_counter() - start)

    def step(self, optimizer, places):
        x, y = self.training.inputs[places], self.training.labels[places]
        if x.dim() == 4:
            x = x.contiguous(memory_format=self.layout)
        optimizer.zero_grad(set_to_none=True)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training.is_mixed):
            loss = self.loss(x, y)
        loss.backward()
        optimizer.step()
