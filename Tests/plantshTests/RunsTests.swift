import Foundation
import Testing

/// `plantsh run`, `runs`, `reproduce`, `why` as a user calls them.
@Suite(.serialized) struct RunsTests {
  static let script = """
    -- Tells low from high.
    local epochs = param { "epochs", default = 2, range = { 1, 50 }, help = { en = "passes", zh = "轮数" } }
    local lr = param { "lr", default = 0.01 }
    local t = data.csv "rows.csv"
    local net = models.mlp { hidden = { 4 } }
    net:fit(t, { target = "kind", epochs = epochs, lr = lr, batch = 4, seed = seed() })
    net:evaluate(t)
    net:save "low.plantsh"
    print "trained"
    """

  func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(RunsTests.script, to: "train.lua")
    try scratch.write(
      "x,kind\n" + (1...40).map { "\($0),\($0 > 20 ? "high" : "low")\n" }.joined(), to: "rows.csv")
    return scratch
  }

  func run(_ words: String..., in scratch: Scratch) throws -> Program.Result {
    try Program.run(Program.path, ["--lang", "en"] + words, in: scratch.url)
  }

  func runs(in scratch: Scratch) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: scratch.url.path + "/runs")) ?? []).sorted()
  }

  @Test func aRunIsKeptReproducedAndExplained() throws {
    let scratch = try scratch()
    let first = try Program.run(
      Program.path, ["run", "train.lua", "lr=0.02", "--seed", "7"], in: scratch.url)
    #expect(first.status == 0, "\(first.faults)")
    #expect(first.output == "trained\n")
    let name = try #require(runs(in: scratch).first)
    let folder = scratch.url.appendingPathComponent("runs/\(name)")
    let record = try String(contentsOf: folder.appendingPathComponent("run.json"), encoding: .utf8)
    for word in [
      "\"lr\": \"0.02\"", "\"epochs\": \"2\"", "\"seed\": 7", "rows.csv", "test_accuracy",
      "\"outcome\": \"success\"",
    ] {
      #expect(record.contains(word), "\(word) in \(record)")
    }
    #expect(FileManager.default.fileExists(atPath: folder.path + "/files/low.plantsh"))
    #expect(try String(contentsOfFile: folder.path + "/log.txt", encoding: .utf8) == "trained\n")

    let again = try Program.run(Program.path, ["--lang", "en", "reproduce", name], in: scratch.url)
    #expect(again.status == 0, "\(again.faults)")
    #expect(again.output.contains("are the same bit for bit"))

    let why = try Program.run(Program.path, ["why", "--lang", "en", "low.plantsh"], in: scratch.url)
    #expect(why.output.contains("train.lua"))
    #expect(why.output.contains("lr=0.02"))
    #expect(why.output.contains("rows.csv"))
    #expect(why.output.contains(name) || why.output.contains("runs"))

    try scratch.write("x,kind\n1,low\n2,high\n3,low\n4,high\n", to: "rows.csv")
    let changed = try Program.run(Program.path, ["reproduce", "--lang", "en", name], in: scratch.url)
    #expect(changed.status == 5)
    #expect(changed.faults.contains("rows.csv"))
    let anyway = try Program.run(
      Program.path, ["reproduce", "--lang", "en", name, "--anyway"], in: scratch.url)
    #expect(anyway.status == 5)
    #expect(anyway.faults.contains("not reproduced: train_loss, step 1 was"))
  }

  @Test func aSweepIsATableOfResults() throws {
    let scratch = try scratch()
    let result = try Program.run(
      Program.path, ["run", "--lang", "en", "train.lua", "--sweep", "lr=0.01,0.003", "epochs=1,2"],
      in: scratch.url)
    #expect(result.status == 0, "\(result.faults)")
    #expect(result.output.contains("4 rows"))
    #expect(result.output.contains("test_accuracy"))
    #expect(runs(in: scratch).count == 4)
    let list = try Program.run(Program.path, ["runs", "epochs == 2", "--sort", "lr"], in: scratch.url)
    #expect(list.output.contains("2 rows") || list.output.contains("2 行"))
    let names = runs(in: scratch)
    let difference = try Program.run(Program.path, ["runs", "diff", names[0], names[1]], in: scratch.url)
    #expect(difference.output.contains("epochs"))
    let plot = try Program.run(Program.path, ["runs", "plot", names[1], "--save", "p.svg"], in: scratch.url)
    #expect(plot.status == 0, "\(plot.faults)")
    #expect(FileManager.default.fileExists(atPath: scratch.url.path + "/p.svg"))
    let export = try Program.run(
      Program.path, ["runs", "export", "--tensorboard", "tb", "--mlflow", "ml"], in: scratch.url)
    #expect(export.status == 0, "\(export.faults)")
  }

  @Test func helpShowsTheParametersWithoutRunningAnything() throws {
    let scratch = try scratch()
    let result = try Program.run(
      Program.path, ["run", "--lang", "en", "train.lua", "--help"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.output.contains("Tells low from high."))
    #expect(result.output.contains("passes"))
    #expect(result.output.contains("1 .. 50"))
    #expect(runs(in: scratch).isEmpty)
  }

  @Test(arguments: [
    (["epoch=3"], "did you mean epochs?"), (["epochs=99"], "must be in 1 .. 50"),
    (["--sweep", "epochs=1,99"], "must be in 1 .. 50"), (["--sweep", "epochs"], "--sweep takes name=v1,v2"),
    (["--sed", "7"], "Unknown option"),
  ])
  func aWrongParameterIsAUsageFaultBeforeAnythingRuns(_ words: [String], _ fault: String) throws {
    let scratch = try scratch()
    let result = try Program.run(
      Program.path, ["run", "--lang", "en", "train.lua"] + words, in: scratch.url)
    #expect(result.status == 2)
    #expect(result.faults.contains(fault), "\(result.faults)")
    #expect(runs(in: scratch).isEmpty)
  }

  @Test(arguments: [
    ("error 'no'", 1, "fault"), ("require_at_least(0.5, 0.9)", 4, "missed"),
    ("require_clean(data.table { a = { 1, 2 } })", 3, "fault"), ("os.exit(7)", 7, "fault"),
  ])
  func howARunEndedIsKept(_ code: String, _ status: Int32, _ outcome: String) throws {
    let scratch = try Scratch()
    try scratch.write("metric('a', 1)\n" + code, to: "s.lua")
    let result = try Program.run(Program.path, ["run", "s.lua"], in: scratch.url)
    #expect(result.status == status, "\(result.faults)")
    let name = try #require(runs(in: scratch).first)
    let record = try String(contentsOfFile: scratch.url.path + "/runs/\(name)/run.json", encoding: .utf8)
    #expect(record.contains("\"outcome\": \"\(outcome)\""))
    #expect(record.contains("\"a\": 1"))
  }

  @Test func anInterruptedRunIsKept() throws {
    let scratch = try Scratch()
    try scratch.write("metric('a', 1) print 'ready' while true do end", to: "s.lua")
    let child = try Child(Program.path, ["run", "s.lua"], in: scratch.url)
    let end = Date().addingTimeInterval(20)
    while !child.output.contains("ready"), Date() < end { usleep(10_000) }
    kill(child.id, SIGINT)
    #expect(try child.wait().status == 130)
    let name = try #require(runs(in: scratch).first)
    let record = try String(contentsOfFile: scratch.url.path + "/runs/\(name)/run.json", encoding: .utf8)
    #expect(record.contains("\"outcome\": \"interrupted\""))
  }

  @Test func aRunsFolderThatIsAFileIsNamed() throws {
    let scratch = try scratch()
    try scratch.write("", to: "runs")
    let result = try Program.run(Program.path, ["run", "--lang", "en", "train.lua"], in: scratch.url)
    #expect(result.status == 1)
    #expect(result.faults.contains("the run cannot be kept"))
  }

  @Test func whereAModelCameFromIsSaidAtOnce() throws {
    let scratch = try scratch()
    #expect(try Program.run(Program.path, ["run", "train.lua"], in: scratch.url).status == 0)
    var times: [Double] = []
    for _ in 0..<5 {
      let start = Date()
      #expect(try Program.run(Program.path, ["why", "low.plantsh"], in: scratch.url).status == 0)
      times.append(Date().timeIntervalSince(start))
    }
    #expect(times.min() ?? 1 < 0.05)
    #expect(try Program.run(Program.path, ["why", "rows.csv"], in: scratch.url).status == 1)
  }
}
