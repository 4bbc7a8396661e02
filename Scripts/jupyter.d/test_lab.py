"""JupyterLab in Chromium: a notebook is opened, run, interrupted; its plot and its table are seen."""
import io
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

import nbformat
from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

CELLS = [
    "t = data.table { station = { 'R1', 'R2', 'R3' }, speed = { 11.4, 12.1, 13.9 } }\nt",
    "plot.bar(t, 'station', { value = 'speed' })",
    "while true do end",
    "print 'after the interruption'",
]

# The notebook is in front, read, and its kernel answers.
READY = """
const done = arguments[0], app = window.jupyterapp;
app.restored.then(async () => {
  const panel = app.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
  done();
});
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Lab(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
        notebook.metadata["kernelspec"] = {"name": "plantsh", "language": "lua", "display_name": "plantsh"}
        nbformat.write(notebook, self.folder / "shift.ipynb")
        self.port = free_port()
        environment = {**os.environ, "HOME": str(self.folder), "JUPYTER_CONFIG_DIR": str(self.folder / "config")}
        self.log = open(self.folder / "lab.log", "w")
        self.server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={self.port}",
             "--ServerApp.port_retries=0", "--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.expose_app_in_browser=True",
             "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"],
            cwd=self.folder, env=environment, stdout=self.log, stderr=self.log)
        self.addCleanup(self.stop_server)
        self.wait_for_server()
        options = webdriver.ChromeOptions()
        for word in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--window-size=1200,1600"]:
            options.add_argument(word)
        options.binary_location = "/usr/bin/chromium"
        self.browser = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        self.addCleanup(self.browser.quit)

    def stop_server(self):
        self.server.terminate()
        self.server.wait(20)
        self.log.close()

    def wait_for_server(self):
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/status", timeout=1)
                return
            except OSError:
                time.sleep(0.1)
        self.fail((self.folder / "lab.log").read_text())

    def wait(self, condition, seconds=60):
        return WebDriverWait(self.browser, seconds, poll_frequency=0.1).until(condition)

    def command(self, name):
        self.browser.execute_script(f"window.jupyterapp.commands.execute('{name}')")

    def outputs(self, selector):
        return lambda browser: browser.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output" + selector)

    def test_a_notebook_is_opened_run_interrupted_and_seen(self):
        self.browser.get(f"http://127.0.0.1:{self.port}/lab/tree/shift.ipynb")
        self.wait(lambda browser: browser.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-CodeCell"))
        self.browser.set_script_timeout(60)
        self.browser.execute_async_script(READY)
        self.command("notebook:run-all-cells")
        table = self.wait(self.outputs(" table"))[0]
        self.assertIn("R3", table.text)
        figure = self.wait(self.outputs(".jp-RenderedSVG"))[0]
        self.browser.execute_script("arguments[0].scrollIntoView()", figure)
        self.assertSeen(table, lambda colours: sum(n for n, c in colours if max(c[:3]) < 130) > 50, "letters")
        self.assertSeen(figure, lambda colours: sum(n for n, c in colours if max(c[:3]) - min(c[:3]) > 60) > 2000, "bars")
        time.sleep(0.5)
        self.command("notebook:interrupt-kernel")
        fault = self.wait(lambda browser: [e for e in browser.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output") if "interrupted" in e.text])
        self.assertTrue(fault)
        self.command("notebook:run-all-below")
        state = self.wait(lambda browser: browser.execute_script(
            "return [...document.querySelectorAll('.jp-Notebook-ExecutionIndicator')].some(e => e.dataset.status === 'idle')"))
        self.assertTrue(state)
        self.command("docmanager:save")
        self.wait(lambda _: "interrupted" in (self.folder / "shift.ipynb").read_text())
        nbformat.validate(nbformat.read(self.folder / "shift.ipynb", as_version=4))

    def assertSeen(self, element, holds, what):
        picture = Image.open(io.BytesIO(element.screenshot_as_png)).convert("RGB")
        colours = picture.getcolors(picture.width * picture.height)
        self.assertTrue(holds(colours), f"no {what} in a picture of {picture.size}")


if __name__ == "__main__":
    unittest.main()
