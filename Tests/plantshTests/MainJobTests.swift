import Foundation
import Testing

/// The main job on the simulated plant: as a script, and typed by hand.
@Suite(.serialized) struct MainJobTests {
  /// A simulated plant for one test.
  func plant() throws -> Scratch {
    let scratch = try Scratch()
    let result = try Program.run("demo", scratch.url.path + "/line3")
    #expect(result.status == 0, "\(result.faults)")
    return scratch
  }

  @Test func theScriptWritesAReportAndAModel() throws {
    let scratch = try plant()
    let folder = scratch.url.appendingPathComponent("line3")
    let script = Program.top.appendingPathComponent("Scripts/line3.lua").path
    let result = try Program.run(Program.path, ["--lang", "en", script, "epochs=2"], in: folder)
    #expect(result.status == 0, "\(result.faults)")
    #expect(result.output.contains("rows in quarantine"))
    #expect(result.output.contains("escapes"))
    let report = try String(contentsOf: folder.appendingPathComponent("report.html"), encoding: .utf8)
    #expect(report.contains("<svg"))
    #expect(report.contains("<table"))
    #expect(!report.contains("src=\"http"))
    let again = try Program.run("-e", "print(nn.load \"line3.plantsh\")", in: folder)
    #expect(again.output.contains("Conv2d"))
  }

  @Test func theSameSeedGivesTheSameModel() throws {
    let scratch = try plant()
    let folder = scratch.url.appendingPathComponent("line3")
    let script = Program.top.appendingPathComponent("Scripts/line3.lua").path
    var models: [Data] = []
    for _ in 0..<2 {
      let result = try Program.run(Program.path, [script, "epochs=1"], in: folder)
      #expect(result.status == 0, "\(result.faults)")
      models.append(try Data(contentsOf: folder.appendingPathComponent("line3.plantsh")))
    }
    #expect(models[0] == models[1])
  }

  @Test func theReadmesExamplesRun() throws {
    let scratch = try plant()
    let folder = scratch.url.appendingPathComponent("line3")
    let readme = try String(contentsOf: Program.top.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```lua\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    #expect(!blocks.isEmpty)
    let code = blocks.joined(separator: "\n")
    let result = try Program.run(Program.path, [], in: folder, input: code)
    #expect(result.status == 0, "\(result.faults)")
  }

  @Test func tenTypedLinesDoTheJob() throws {
    let scratch = try plant()
    let terminal = try Terminal(
      in: scratch.url.appendingPathComponent("line3"), arguments: "--lang en")
    terminal.waitForPrompt()
    let lines = [
      "line = plant.open 'line3.plant.lua'",
      "units = line:units()",
      "clean = pipeline 'line 3':dedupe { 'serial' }:expect { speed = '2 .. 20 m/s', image = 'not null', result = 'in OK, NG' }:convert { temperature = 'degC' }:split { train = .8, test = .2, by = 'coil', seed = 7 }",
      "parts = clean(units)",
      "net = models.resnet { depth = 8 }",
      "h = net:fit(parts.train, { target = 'result', size = { 32, 32 }, epochs = 1 })",
      "r = net:evaluate(parts.test, { good = 'OK' })",
      "r:save 'result.html'",
      "print('done', r.accuracy > 0.5)",
    ]
    for line in lines {
      try terminal.type(line)
      terminal.waitForPrompt(60)
    }
    #expect(terminal.wait(90, for: "done    true").contains("done    true"))
  }
}
