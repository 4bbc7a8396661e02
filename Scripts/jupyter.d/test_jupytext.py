"""Percent scripts and notebooks against jupytext and nbformat: it reads ours, we read its."""
import os
import pathlib
import subprocess
import tempfile
import unittest

import jupytext
import nbformat

PLANTSH = os.environ["PLANTSH"]
NOTEBOOKS = sorted((pathlib.Path(__file__).resolve().parents[2] / "Notebooks").glob("*.lua"))


def plantsh(*words, cwd):
    return subprocess.run([PLANTSH, *words], cwd=cwd, check=True, capture_output=True, text=True)


def cells(notebook):
    return [(cell.cell_type, cell.source, cell.metadata.get("tags", [])) for cell in notebook.cells]


class Jupytext(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def test_it_reads_our_scripts_as_we_do(self):
        for source in NOTEBOOKS:
            with self.subTest(source.name):
                target = self.folder / "x.ipynb"
                plantsh("notebook", "convert", str(source), "-o", str(target), "--force", cwd=self.folder)
                ours = nbformat.read(target, as_version=4)
                nbformat.validate(ours)
                self.assertEqual(cells(ours), cells(jupytext.read(source)))

    def test_we_read_its_scripts(self):
        for source in NOTEBOOKS:
            with self.subTest(source.name):
                notebook = jupytext.read(source)
                notebook.metadata["authors"] = [{"name": "Li Wei"}]
                # Ours have no header, and jupytext would leave it so.
                notebook.metadata.setdefault("jupytext", {})["notebook_metadata_filter"] = "authors,kernelspec,jupytext"
                notebook.metadata["kernelspec"] = {"name": "plantsh", "language": "lua", "display_name": "plantsh"}
                script = self.folder / "its.lua"
                jupytext.write(notebook, script, fmt="lua:percent")
                target = self.folder / "its.ipynb"
                plantsh("notebook", "convert", str(script), "-o", str(target), "--force", cwd=self.folder)
                read = nbformat.read(target, as_version=4)
                nbformat.validate(read)
                self.assertEqual(cells(read), cells(notebook))
                self.assertEqual(read.metadata["authors"], [{"name": "Li Wei"}])

    def test_a_result_is_valid_nbformat(self):
        script = self.folder / "a.lua"
        script.write_text("-- %%\nprint(data.table { a = { 1 } })\nprint(plot.histogram(data.table { a = { 1, 2 } }, 'a'))\n1 + 1\n")
        plantsh("notebook", "run", str(script), cwd=self.folder)
        notebook = nbformat.read(self.folder / "a.ipynb", as_version=4)
        nbformat.validate(notebook)
        kinds = [output.output_type for output in notebook.cells[0].outputs]
        self.assertEqual(kinds, ["display_data", "display_data", "execute_result"])
        again = self.folder / "again.ipynb"
        nbformat.write(notebook, again)
        self.assertEqual(again.read_text(), (self.folder / "a.ipynb").read_text())


if __name__ == "__main__":
    unittest.main()
