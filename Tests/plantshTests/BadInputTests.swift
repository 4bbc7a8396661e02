import Foundation
import Testing

/// Files that are not what they say: one fault with file and place, and the good rows kept.
@Suite struct BadInputTests {
  func faults(_ code: String, in scratch: Scratch) throws -> Program.Result {
    try Program.run(Program.path, ["--lang", "en", "-e", code], in: scratch.url)
  }

  @Test func aMissingFileIsNamed() throws {
    let result = try faults("data.csv 'nowhere.csv'", in: Scratch())
    #expect(result.status == 1)
    #expect(result.faults.contains("nowhere.csv"))
  }

  @Test func aRaggedRowGoesToQuarantineAndTheOthersStay() throws {
    let scratch = try Scratch()
    try scratch.write("a,b\n1,2\n3\n4,5\n", to: "ragged.csv")
    let result = try faults("t, bad = data.csv 'ragged.csv' print(#t, #bad, bad.row[1])", in: scratch)
    #expect(result.status == 0, "\(result.faults)")
    #expect(result.output.contains("2\t1\t3"))
  }

  @Test func aNumberThatIsNoneNamesRowAndColumnAndWhatToTry() throws {
    let scratch = try Scratch()
    let rows = (1...300).map { "\($0),\($0 == 152 ? "n/a" : "2.5")" }
    try scratch.write("t,扭矩\n" + rows.joined(separator: "\n") + "\n", to: "line_3.csv")
    let result = try faults("data.csv 'line_3.csv'", in: scratch)
    #expect(result.status == 1)
    #expect(result.faults.contains("line_3.csv row 153, column 扭矩"))
    #expect(result.faults.contains("try: data.csv"))
  }

  @Test func anUndecodableByteIsNamed() throws {
    let scratch = try Scratch()
    try Data([0x61, 0x0A, 0x31, 0xFF, 0xFF, 0x0A]).write(to: scratch.url.appendingPathComponent("x.csv"))
    let result = try faults("data.csv { 'x.csv', encoding = 'utf-8' }", in: scratch)
    #expect(result.status == 1)
    #expect(result.faults.contains("x.csv row 2"))
  }

  @Test func anEmptyFolderOfImagesIsNamed() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let result = try faults("data.images 'empty'", in: scratch)
    #expect(result.status == 1)
    #expect(result.faults.contains("empty"))
  }

  @Test func aModelThatIsNoneIsNamed() throws {
    let scratch = try Scratch()
    try scratch.write("not a model", to: "x.plantsh")
    let result = try faults("nn.load 'x.plantsh'", in: scratch)
    #expect(result.status == 1)
    #expect(result.faults.contains("x.plantsh"))
  }

  @Test func theSessionGoesOnAfterAFault() throws {
    let result = try Program.run(
      Program.path, ["-e", "print(pcall(data.csv, 'nowhere.csv')) print('alive')"], input: "")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("alive\n"))
  }
}
