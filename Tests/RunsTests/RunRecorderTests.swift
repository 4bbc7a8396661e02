import Exchange
import Foundation
import PlantData
import Report
import Runs
import Testing

@Suite(.serialized) struct RunRecorderTests {
  let machine = Machine(threads: 2, kernels: "avx2")

  func recorder(in folder: TemporaryFolder, parameters: [String: String] = ["lr": "0.1"]) throws
    -> RunRecorder
  {
    try RunRecorder(
      RunRecorder.Start(
        script: folder.path + "/train.lua", text: "x = 1\n", versions: ["plantsh": "0.1.0"], machine: machine),
      in: folder.path + "/runs", ledger: DataLedger(), arguments: [], parameters: parameters, seed: 7)
  }

  @Test func aRunIsReadBackAsItWasKept() throws {
    let folder = try TemporaryFolder()
    let recorder = try recorder(in: folder)
    recorder.note(Metric("train_loss", 0.5, step: 1))
    recorder.note(Metric("train_loss", 0.25, step: 2))
    recorder.note(Metric("train_loss", 0.75, step: 1))
    recorder.note(Metric("test_accuracy", 0.9))
    recorder.note(Metric("test_accuracy", 0.8))
    recorder.log("printed\n")
    let kept = try recorder.finish(.success, fault: nil, parameters: ["lr": "0.1"], seed: 7)
    let read = try recorder.folder.record()
    #expect(read == kept)
    #expect(read.metrics == ["train_loss": 0.75, "test_accuracy": 0.8])
    #expect(recorder.folder.metrics.map(\.step) == [1, 2, 3, 1, 2])
    #expect(read.script.sha256.count == 64)
    #expect(try String(contentsOfFile: recorder.folder.file("log.txt"), encoding: .utf8) == "printed\n")
    #expect(try String(contentsOfFile: recorder.folder.file("script.lua"), encoding: .utf8) == "x = 1\n")
  }

  @Test func aRunThatWasKilledStillHasItsMetrics() throws {
    let folder = try TemporaryFolder()
    let recorder = try recorder(in: folder)
    recorder.note(Metric("train_loss", 0.5, step: 1))
    #expect(try recorder.folder.record().outcome == .running)
    #expect(recorder.folder.metrics.count == 1)
  }

  @Test func theLedgerKnowsWhatWasReadAndWhatWasMade() throws {
    let folder = try TemporaryFolder()
    let ledger = DataLedger()
    for name in ["a.csv", "made.csv", "model.plantsh"] { try folder.write("abc", to: name) }
    ledger.note(FileUse(.read, folder.path + "/a.csv"))
    ledger.note(FileUse(.written, folder.path + "/made.csv"))
    ledger.note(FileUse(.read, folder.path + "/made.csv"))
    ledger.note(FileUse(.written, folder.path + "/model.plantsh"))
    let read = try ledger.filesRead()
    #expect(read.map { Paths.name($0.path) } == ["a.csv"])
    #expect(read[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try ledger.filesWritten().map { Paths.name($0.path) } == ["made.csv", "model.plantsh"])
  }

  @Test func theFirstMetricThatDiffersIsNamed() throws {
    let folder = try TemporaryFolder()
    let runs = try [0.25, 0.2500000000000001].map { second in
      let recorder = try recorder(in: folder)
      recorder.note(Metric("train_loss", 0.5, step: 1))
      recorder.note(Metric("seconds", second, isExact: false))
      recorder.note(Metric("train_loss", second, step: 2))
      try recorder.finish(.success, fault: nil, parameters: [:], seed: 7)
      return recorder.folder
    }
    let difference = try RunComparison(runs[0], runs[1]).firstDifference
    #expect(difference?.what == "train_loss, step 2")
    #expect(difference?.first == "0.25")
    #expect(difference?.second == "0.2500000000000001")
    #expect(try RunComparison(runs[0], runs[0]).firstDifference == nil)
  }

  @Test func runsAreATableThatIsFilteredAndSorted() throws {
    let folder = try TemporaryFolder()
    let records = try [("0.1", 0.8), ("0.01", 0.9), ("0.001", 0.7)].map { rate, accuracy in
      let recorder = try recorder(in: folder, parameters: ["lr": rate])
      recorder.note(Metric("test_accuracy", accuracy))
      return try recorder.finish(.success, fault: nil, parameters: ["lr": rate], seed: 7)
    }
    let table = try RunTable.table(of: records)
    #expect(table.columnNames.prefix(3) == ["run", "lr", "test_accuracy"])
    let good = try table.filter("test_accuracy > .75 and lr < .05")
    #expect(good.rowCount == 1)
    #expect(try table.sort("test_accuracy", descending: true).column("lr")[0] == .float64(0.01))
  }

  @Test func aRunIsFoundByTheStartOfItsName() throws {
    let folder = try TemporaryFolder()
    let runs = RunsFolder(folder.path + "/runs")
    #expect(throws: Fault.self) { try runs.run("last") }
    let first = try recorder(in: folder), second = try recorder(in: folder)
    #expect(try runs.run("last").name == second.folder.name)
    #expect(try runs.run(first.folder.name).name == first.folder.name)
    #expect(throws: Fault.self) { try runs.run("train-9") }
  }

  @Test func aFolderThatCannotBeMadeIsAFault() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "runs")
    let fault = #expect(throws: Fault.self) { _ = try recorder(in: folder) }
    #expect(fault?.in(.en).contains("the run cannot be kept") == true)
  }
}

/// A folder of its own for one test, taken away at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "plantsh-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
