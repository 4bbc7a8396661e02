"""Exported runs, opened by MLflow and TensorBoard."""
import os
import pathlib
import subprocess
import tempfile
import unittest

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
from mlflow import MlflowClient  # noqa: E402
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator  # noqa: E402

PLANTSH = os.environ["PLANTSH"]
SCRIPT = """
local lr = param { "lr", default = 0.5 }
for step = 1, 5 do metric("loss", lr / step, { step = step }) end
metric("score", 1 / 3)
"""


class Exports(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "train.lua").write_text(SCRIPT)
        self.plantsh("run", "train.lua", "--sweep", "lr=0.5,0.25")
        self.plantsh("runs", "export", "--mlflow", "mlruns", "--tensorboard", "logs")

    def plantsh(self, *words):
        subprocess.run([PLANTSH, *words], cwd=self.folder, check=True, capture_output=True)

    def test_mlflow_opens_them(self):
        client = MlflowClient(tracking_uri=f"file://{self.folder}/mlruns")
        experiments = [e for e in client.search_experiments() if e.name == "train"]
        runs = client.search_runs([experiments[0].experiment_id])
        self.assertEqual(sorted(run.data.params["lr"] for run in runs), ["0.25", "0.5"])
        for run in runs:
            lr = float(run.data.params["lr"])
            history = client.get_metric_history(run.info.run_id, "loss")
            self.assertEqual([(m.step, m.value) for m in sorted(history, key=lambda m: m.step)], [(k, lr / k) for k in range(1, 6)])
            self.assertEqual(run.data.metrics["score"], 1 / 3)
            self.assertEqual(run.info.status, "FINISHED")
            self.assertIn("script.lua", [f.path for f in client.list_artifacts(run.info.run_id)])

    def test_tensorboard_opens_them(self):
        folders = sorted((self.folder / "logs").iterdir())
        self.assertEqual(len(folders), 2)
        for folder in folders:
            events = EventAccumulator(str(folder))
            events.Reload()
            self.assertEqual(sorted(events.Tags()["scalars"]), ["loss", "score"])
            loss = events.Scalars("loss")
            self.assertEqual([event.step for event in loss], [1, 2, 3, 4, 5])
            self.assertAlmostEqual(loss[4].value, loss[0].value / 5, places=6)


if __name__ == "__main__":
    unittest.main()
