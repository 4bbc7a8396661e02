"""Inference with onnxruntime, of a model that torch exports with our weights."""
import os
import warnings

import onnxruntime
import torch

from .clock import median_seconds
from .handover import Handover


class Inference:
    def take_over(self, folder):
        self.handover = Handover(folder)
        self.image = self.handover.inputs()
        self.model = self.handover.model().eval()
        path = os.path.join(folder, "model.onnx")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(self.model, (self.image,), path, input_names=["x"], output_names=["y"], dynamo=False)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.binding = self.session.io_binding()
        self.binding.bind_cpu_input("x", self.image.numpy())
        self.binding.bind_output("y")

    def peers(self):
        return ["onnxruntime", "onnxruntime, bound buffers"]

    def measure(self, peer):
        if "bound" in peer:
            return median_seconds(lambda: self.session.run_with_iobinding(self.binding)) * 1e3
        image = self.image.numpy()
        return median_seconds(lambda: self.session.run(None, {"x": image})) * 1e3

    def differences(self):
        """From torch's output in double precision, relative to the largest."""
        ours, = self.handover.arrays("outputs")
        theirs, = self.session.run(None, {"x": self.image.numpy()})
        with torch.inference_mode():
            exact = self.handover.model().eval().double()(self.image.double())
        largest = exact.abs().max()
        return {
            "output": ((ours - exact).abs().max() / largest).item(),
            "output of onnxruntime": ((torch.from_numpy(theirs) - exact).abs().max() / largest).item(),
        }
