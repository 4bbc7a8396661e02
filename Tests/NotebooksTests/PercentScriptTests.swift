import Exchange
import Notebooks
import Report
import Testing

@Suite struct PercentScriptTests {
  static let script = """
    -- %% [markdown]
    -- # First steps
    --
    -- 第一步

    -- %% Parameters tags=["parameters"]
    local epochs = param { "epochs", default = 2 }

    -- %%
    local text = [[
    -- %% no marker, but text
    ]]
    print(text)

    -- %% [raw] format="text/plain"
    -- as it stands
    """ + "\n"

  @Test func cellsAreReadWithTheirMetadata() throws {
    let notebook = try Notebook(percent: PercentScriptTests.script, file: "s.lua")
    #expect(notebook.cells.map(\.kind) == [.markdown, .code, .code, .raw])
    #expect(notebook.cells[0].source == "# First steps\n\n第一步")
    #expect(notebook.cells[1].tags == ["parameters"])
    #expect(notebook.cells[1].metadata["title"] == .string("Parameters"))
    #expect(notebook.cells[2].source.contains("-- %% no marker"))
    #expect(notebook.cells[3].metadata["format"] == .string("text/plain"))
    #expect(notebook.title == "First steps")
  }

  @Test func aScriptComesBackByteForByte() throws {
    let script = PercentScriptTests.script
    let notebook = try Notebook(percent: script, file: "s.lua")
    #expect(notebook.percent == script)
    let again = try Notebook(ipynb: Array(notebook.ipynb.utf8), file: "s.ipynb")
    #expect(again.percent == script)
    #expect(again.ipynb == notebook.ipynb)
  }

  @Test func everyTextOfACellComesBack() throws {
    let texts = [
      "x = 1", "-- %% looks like a marker", "-- \\%% looks guarded", "  -- %%", "a\n\n\nb", "-- a comment",
      "",
      "s = [==[\n-- %%\n]==]", "x = '%%'", "-- %%%", "\tindented", "温度 = 1",
    ]
    for kind in Notebook.Cell.Kind.allCases {
      let cells = texts.map { Notebook.Cell(kind, $0) }
      let again = try Notebook(percent: Notebook(cells: cells).percent, file: "s.lua")
      #expect(again.cells.map(\.source) == texts)
      #expect(again.cells.map(\.kind) == cells.map(\.kind))
    }
  }

  @Test func everyMetadataOfACellComesBack() throws {
    let metadata: [[String: JSON]] = [
      ["tags": .array([.string("a b"), .string("c=d")])], ["title": .string("Load [markdown] x")],
      ["title": .string("Plain title"), "n": .int(-3)], ["odd key": .string("}{ = ")], ["a.b/c@d-e": .null],
      ["nested": .object(["x": .array([.double(0.5), .bool(false)])])], ["title": .string("a = 1")],
      ["cell_depth": .int(2), "title": .string("deep")], ["text": .string("line\nline")],
    ]
    let cells = metadata.map { Notebook.Cell(.code, "x = 1", metadata: $0) }
    let again = try Notebook(percent: Notebook(cells: cells).percent, file: "s.lua")
    #expect(again.cells.map(\.metadata) == metadata)
  }

  @Test func theHeaderOfJupytextIsRead() throws {
    let text = """
      -- ---
      -- jupyter:
      --   authors:
      --   - name: Li Wei
      --   jupytext:
      --     text_representation:
      --       extension: .lua
      --       format_version: '1.3'
      --   kernelspec:
      --     display_name: plantsh
      --     language: lua
      --     name: plantsh
      -- ---

      -- %%
      x = 1

      """
    let notebook = try Notebook(percent: text, file: "s.lua")
    #expect(notebook.metadata["kernelspec"]?["name"] == .string("plantsh"))
    #expect(notebook.metadata["authors"] == .array([.object(["name": .string("Li Wei")])]))
    #expect(
      notebook.metadata["jupytext"]?["text_representation"]?["format_version"] == .string("1.3"))
    #expect(try Notebook(percent: notebook.percent, file: "s.lua").metadata == notebook.metadata)
  }

  @Test func aHeaderThatIsNoneNamesItsLine() {
    let fault = #expect(throws: Fault.self) {
      try Notebook(percent: "-- ---\n-- jupyter:\n--   : :\n--  x\n-- ---\n", file: "s.lua")
    }
    #expect(fault?.in(.en).contains("s.lua line") == true)
  }

  @Test func anyTextIsAPercentScript() {
    var state: UInt64 = 11
    let pieces = [
      "-- %%", " [markdown]", "\n", "-- ", "tags=[", "{", "\"", "]]", "[[", "-- ---", "x", "= ", "温", "\\%%",
      ": ",
    ]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += pieces[Int(state >> 33) % pieces.count]
      }
      guard let notebook = try? Notebook(percent: text, file: "s.lua") else { continue }
      let again = try? Notebook(percent: notebook.percent, file: "s.lua")
      #expect(again?.cells.map(\.source) == notebook.cells.map(\.source), "\(text)")
    }
  }
}
