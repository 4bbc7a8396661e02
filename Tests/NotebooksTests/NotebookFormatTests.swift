import Exchange
import Notebooks
import Report
import Testing

@Suite struct NotebookFormatTests {
  func notebook(_ text: String) throws -> Notebook { try Notebook(ipynb: Array(text.utf8), file: "x.ipynb") }

  @Test(arguments: [
    ("{", "its JSON is broken"), ("[]", "its JSON is broken"), ("{}", "it has no cells"),
    (#"{"nbformat": 3, "worksheets": []}"#, "has format 3"),
    (#"{"nbformat": 5, "cells": []}"#, "has format 5"),
    (
      #"{"nbformat": 4, "cells": [], "metadata": {"kernelspec": {"language": "python"}}}"#,
      "written in python"
    ),
    (#"{"nbformat": 4, "cells": [{"cell_type": "heading"}]}"#, "cell 1 is no cell"),
  ])
  func whatIsNoNotebookOfOursIsNamed(_ text: String, _ fault: String) {
    let found = #expect(throws: Fault.self) { _ = try notebook(text) }
    #expect(found?.in(.en).contains(fault) == true)
  }

  @Test func equalNotebooksGiveEqualBytesAndStableIds() throws {
    let cells = ["x = 1", "x = 1", "y = 2"].map { Notebook.Cell(.code, $0) }
    let first = try notebook(Notebook(cells: cells).ipynb)
    let longer = try notebook(Notebook(cells: [Notebook.Cell(.code, "z = 0")] + cells).ipynb)
    #expect(Set(first.cells.map(\.id)).count == 3)
    #expect(Array(longer.cells.map(\.id).dropFirst()) == first.cells.map(\.id))
    #expect(try notebook(first.ipynb).ipynb == first.ipynb)
  }

  @Test func whatOthersKeepInANotebookStays() throws {
    let text = """
      {"nbformat": 4, "nbformat_minor": 4, "metadata": {"authors": [{"name": "Li"}], "kernelspec": {"name": "xlua", "language": "Lua"}},
       "cells": [
        {"cell_type": "markdown", "metadata": {"slide": 1}, "source": ["# a\\n", "b"], "attachments": {"p.png": {"image/png": "AA=="}}},
        {"cell_type": "code", "metadata": {}, "source": "x", "execution_count": 7,
         "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"application/json": {"a": [1]}, "text/plain": ["x\\n", "y"]}}]}]}
      """
    let read = try notebook(text)
    let again = try notebook(read.ipynb)
    #expect(again.metadata["authors"] == read.metadata["authors"])
    #expect(again.cells[0].attachments != nil)
    #expect(again.cells[1].outputs == read.cells[1].outputs)
    #expect(again.cells[1].executionCount == 7)
    #expect(again.cells[1].source == "x")
  }

  @Test func damagedNotebooksAreFaultsAndNothingElse() {
    let good = Array(
      Notebook(cells: [.init(.code, "x = 1"), .init(.markdown, "# a")], metadata: ["a": .int(1)]).ipynb.utf8)
    var state: UInt64 = 3
    for _ in 0..<3000 {
      var bytes = good
      state = state &* 6_364_136_223_846_793_005 &+ 1
      switch state >> 61 {
      case 0...3: bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      default: bytes.removeSubrange((Int(state >> 33) % bytes.count)...)
      }
      do { _ = try Notebook(ipynb: bytes, file: "x.ipynb") } catch { #expect(error is Fault) }
    }
  }
}
