import Exchange
import Notebooks
import Report
import Sessions
import Testing

@Suite(.serialized) struct NotebookRunTests {
  func run(_ sources: String...) -> NotebookRun.Result {
    let session = Session(modules: [], surface: .notebook)
    return NotebookRun(in: session).run(Notebook(cells: sources.map { Notebook.Cell(.code, $0) }))
  }

  func texts(_ result: NotebookRun.Result, _ cell: Int) -> [String] {
    result.notebook.cells[cell].outputs.map {
      $0["text"]?.string ?? $0["data"]?["text/plain"]?.string ?? $0["evalue"]?.string ?? "?"
    }
  }

  @Test func printedTextAndTheLastValueAreShown() {
    let result = run(
      "local x = 20\nprint('a', x)\nx + 1", "x * 2", "y = 5", "local t = {}\nt.a = 1\n('x'):rep(3)")
    #expect(texts(result, 0) == ["a\t20\n", "21"])
    #expect(texts(result, 1) == ["40"])
    #expect(texts(result, 2) == [])
    #expect(result.fault == nil)
    #expect(result.notebook.cells.map(\.executionCount) == [1, 2, 3, 4])
  }

  @Test(arguments: [
    ("f = function() return 1 end\nf()", "1"), ("x = 1 -- why\nx -- this", "1"),
    ("if true then y = 2 end\ny", "2"),
    ("a = print\n(nil or 3)", "3\n"), ("for k = 1, 2 do z = k end z", "2"),
    ("repeat w = 1 until true\nw", "1"),
    ("s = [[\nx\n]]\n#s", "2"), ("function g() return 7 end\ng()", "7"), ("x = 1;", ""),
  ])
  func theLastStatementIsShownWhereItIsAnExpression(_ source: String, _ shown: String) {
    #expect(texts(run(source), 0).joined() == shown)
  }

  @Test func aFailingCellEndsTheRunAndKeepsWhatWasShown() {
    let first = run("print 'one'", "print 'two' error 'no'", "print 'three'")
    #expect(first.failedCell == 2)
    #expect(texts(first, 1).count == 2)
    #expect(first.notebook.cells[2].outputs.isEmpty)
    #expect(first.notebook.standings == [.current, .current, .neverRun])
  }

  @Test func whatChangedIsStale() {
    var notebook = run("x = 1", "x", "'other'").notebook
    #expect(notebook.standings == [.current, .current, .current])
    notebook.cells[1].source = "x + 1"
    #expect(notebook.standings == [.current, .stale, .stale])
    notebook.cells.append(Notebook.Cell(.code, "new"))
    #expect(notebook.standings.last == .neverRun)
    #expect(notebook.stripped().standings.allSatisfy { $0 == .neverRun })
  }

  @Test func asecondRunGivesTheSameBytes() {
    let sources = [
      "print({}, print, coroutine.create(print))", "for k in pairs { b = 1, a = 2, c = 3 } do print(k) end",
      "math.random()", "os.execute 'echo from a program'",
    ]
    let notebook = Notebook(cells: sources.map { Notebook.Cell(.code, $0) })
    let results = (0..<2).map { _ in
      NotebookRun(in: Session(modules: [], surface: .notebook)).run(notebook).notebook
    }
    #expect(results[0].ipynb == results[1].ipynb)
    #expect(results[0].ipynb.contains("from a program"))
    #expect(results[0].firstDifference(from: results[1], file: "x.ipynb") == nil)
  }

  @Test func anOutputThatChangedIsNamed() {
    let a = run("print 'same'", "print 'one\\ntwo'").notebook,
      b = run("print 'same'", "print 'one\\nthree'").notebook
    let fault = a.firstDifference(from: b, file: "x.ipynb")
    #expect(
      fault?.in(.en).contains("x.ipynb cell 2: the output is another: was \"two\", is \"three\"") == true)
  }

  @Test func thePageHoldsEverything() {
    var notebook = run("x = 1 < 2\nprint '<b>'", "untis.x").notebook
    notebook.cells.insert(
      Notebook.Cell(.markdown, "# Shift\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>x</script>"), at: 0)
    notebook.cells.append(Notebook.Cell(.code, "later"))
    notebook.cells[1].outputs.append(
      .object([
        "output_type": .string("display_data"),
        "data": .object([
          "text/html": .string("<script>bad()</script>"), "text/plain": .string("plain words"),
        ]),
      ]))
    let page = notebook.page(named: "x")
    #expect(page.contains("<title>Shift</title>"))
    #expect(page.contains("<td>1</td>"))
    #expect(page.contains("&lt;b&gt;"))
    #expect(!page.contains("<script"))
    #expect(page.contains("plain words"))
    #expect(page.contains("class=\"mark\""))
    #expect(page.contains("class=\"fault\""))
  }

  @Test func convertedOutputsStayWhereTheTextStayed() throws {
    let old = run("x = 1\nx", "y = 2\ny").notebook
    let new = try Notebook(percent: "-- %%\nx = 1\nx\n\n-- %%\ny = 3\ny\n", file: "s.lua").takingOutputs(
      of: old)
    #expect(new.cells[0].outputs == old.cells[0].outputs)
    #expect(new.cells[1].outputs.isEmpty)
  }
}
