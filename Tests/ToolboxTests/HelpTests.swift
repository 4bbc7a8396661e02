import LuaBridge
import Report
import Sessions
import Testing
import Toolbox

/// Help over the whole catalogue.
@Suite(.serialized) struct HelpTests {
  let session = Session(modules: Toolbox.modules)

  @Test func aSearchFindsByMeaningInBothLanguages() {
    for (words, wanted) in [
      ("读取", "data.csv"), ("平均", "tensor:mean"), ("average", "tensor:mean"), ("控制图", "plot.control_chart"),
      ("训练", "network:fit"), ("missing values", "table:fill"), ("去重", "table:dedupe"),
      ("read csv", "data.csv"),
    ] {
      let page = session.search(words)?.text(on: Surface(columns: 100)) ?? ""
      #expect(page.contains(wanted), "\(words): \(page)")
    }
    #expect(session.search("qwertz") == nil)
  }

  @Test func noTextIsMissingOrTheSameInBothLanguages() {
    var missing: [String] = []
    for declared in DeclarationTests.declared {
      let declaration = declared.declaration
      let texts =
        [declaration.summary, declaration.returns]
        + declaration.parameters.filter { $0.place != .hidden }.map(\.help)
      for text in texts where text.en.isEmpty != text.zh.isEmpty { missing.append(declaration.fullName) }
      // A sentence of three words that stands in both is not translated.
      for text in texts
      where text.en == text.zh && text.en.split(separator: " ").count(where: { $0.count > 3 }) >= 3 {
        missing.append(declaration.fullName)
      }
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func everyPageFitsNarrowScreens() {
    for declared in DeclarationTests.declared where declared.isCallable {
      for page in [
        session.page(declared.declaration.fullName), session.page(declared.declaration.fullName, brief: true),
      ] {
        let lines = page?.text(on: Surface(columns: 40)).split(separator: "\n") ?? []
        #expect(!lines.isEmpty, "\(declared.declaration.fullName)")
        let code = Set(declared.declaration.example.split(separator: "\n").map { "  " + $0 })
        for line in lines where !code.contains(String(line)) && !line.hasSuffix("…") {
          #expect(line.displayWidth <= 40, "\(declared.declaration.fullName): \(line)")
        }
      }
    }
  }

  @Test func everyFunctionHasNeighbours() {
    let page = session.page("plot.box")?.text(on: Surface(columns: 80)) ?? ""
    #expect(page.contains("plot.histogram") && page.contains("[required]") || page.contains("必需"))
  }

  @Test func theLanguageChangesThePageAtHand() {
    let before = Language.current
    defer { Language.current = before }
    let page = session.page("data.csv")
    Language.current = .zh
    #expect(page?.description.contains("读取") == true)
    Language.current = .en
    #expect(page?.description.contains("reads files") == true)
  }

  @Test func everyKindOfFaultIsExplained() {
    for code in Fault.Code.allCases {
      #expect(session.page("fault.\(code.rawValue)") != nil)
      #expect(code.meaning.en != code.meaning.zh)
    }
  }
}
