"""torch and onnxruntime: the peers of the rows in Sources/plantsh-bench/Engine."""
import os

import torch

from peers.inference import Inference
from peers.memory import Memory
from peers.products import Product
from peers.serving import serve
from peers.training import Training

threads = int(os.environ["OMP_NUM_THREADS"])
torch.set_num_threads(threads)

TRAINED = ["LeNet train", "ResNet-8 train", "MLP 64-256-128-10 train", "EfficientNet-Lite0 fine-tune"]
SHOWN = ["LeNet", "ResNet-8", "MobileNetV2", "EfficientNet-Lite0"]

rows = {name: Training() for name in TRAINED}
rows["ResNet-8 train bf16"] = Training(torch.bfloat16)
rows |= {f"{name} inference, batch 1": Inference() for name in SHOWN}
if threads == 1:
    rows |= {"SGEMM 512": Product(512, 512, 512), "SGEMM 1024": Product(1024, 1024, 1024),
             "SGEMM 64x3136x576": Product(64, 3136, 576)}
    rows |= {f"{name}, peak memory": Memory() for name in TRAINED}
serve(rows)
