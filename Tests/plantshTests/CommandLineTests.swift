import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test func sayingTheVersionIsASuccess() throws {
    let result = try Program.run("--version")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("plantsh 0."))
  }

  @Test func helpSpeaksTheLanguageAskedFor() throws {
    #expect(try Program.run("--help").output.contains("The plant technician's shell"))
    let chinese = try Program.run("--lang", "zh", "--help")
    #expect(chinese.status == 0)
    #expect(chinese.output.contains("工厂技术员的命令行"))
    #expect(chinese.output.contains("选项："))
  }

  @Test func theEnvironmentChoosesTheLanguage() throws {
    #expect(try Program.run("--help", environment: ["LANG": "zh_CN.UTF-8"]).output.contains("工厂技术员"))
    #expect(
      try Program.run("--lang", "en", "--help", environment: ["LANG": "zh_CN.UTF-8"]).output
        .contains("plant technician"))
  }

  @Test func aWrongOptionIsAUsageFault() throws {
    let result = try Program.run("--colour")
    #expect(result.status == 2)
    #expect(result.faults.contains("--colour"))
    #expect(try Program.run("--lang", "fr").status == 2)
  }

  @Test(arguments: [("PLANTSH_THREADS", "many"), ("PLANTSH_THREADS", "0"), ("PLANTSH_KERNELS", "sse")])
  func aSettingThatCannotBeIsAUsageFault(_ name: String, _ value: String) throws {
    let result = try Program.run("-e", "print(1)", environment: [name: value])
    #expect(result.status == 2)
    #expect(result.faults.hasPrefix("\(name) is '\(value)'"))
  }

  @Test func codeOnTheCommandLineRuns() throws {
    let result = try Program.run("-e", "print(6 * 7)")
    #expect(result.status == 0)
    #expect(result.output == "42\n")
  }

  @Test func codeOnStandardInputRuns() throws {
    let result = try Program.run(input: "x = 20\nprint(x + 1)\n")
    #expect(result.status == 0)
    #expect(result.output == "21\n")
  }

  @Test func aScriptGetsItsArguments() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "local lr = param { \"lr\", default = .001, range = { 1e-6, 1 }, help = { en = \"learning rate\", zh = \"学习率\" } }\nprint(arg[1], lr)\n",
      to: "a.lua")
    let result = try Program.run(file, "folder", "lr=0.01")
    #expect(result.faults == "")
    #expect(result.output == "folder\t0.01\n")
    #expect(result.status == 0)
  }

  @Test func aFaultInAScriptNamesFileAndLine() throws {
    let scratch = try Scratch()
    let file = try scratch.write("local x = 1\nerror(\"no steel today\")\n", to: "bad.lua")
    let result = try Program.run(file)
    #expect(result.status == 1)
    #expect(result.faults.contains("bad.lua"))
    #expect(result.faults.contains("2"))
    #expect(result.faults.contains("no steel today"))
  }

  @Test func aMissingScriptIsNamed() throws {
    let result = try Program.run("missing-script.lua")
    #expect(result.status == 1)
    #expect(result.faults.contains("missing-script.lua"))
  }

  @Test func anInterruptedTrainingEndsItsScriptWith130() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      """
      t = data.table { x = { 0, 1, 2, 3 }, kind = { "a", "a", "b", "b" } }
      net = models.mlp { hidden = { 8 } }
      print(net:fit(t, { target = "kind", epochs = 1 }).losses ~= nil and "ready")
      pcall(function() net:fit(t, { target = "kind", epochs = 100000 }) end)
      print("went on")

      """, to: "train.lua")
    let child = try Child(Program.path, [file])
    let end = Date().addingTimeInterval(20)
    while !child.output.contains("ready"), Date() < end { usleep(10_000) }
    usleep(300_000)
    kill(child.id, SIGINT)
    let result = try child.wait()
    #expect(result.status == 130)
    #expect(!result.output.contains("went on"))
  }

  @Test func anInterruptedScriptEndsWith130() throws {
    let child = try Child(Program.path, ["-e", "print('ready') while true do end"])
    let end = Date().addingTimeInterval(20)
    while !child.output.contains("ready"), Date() < end { usleep(10_000) }
    kill(child.id, SIGINT)
    let result = try child.wait()
    #expect(result.status == 130)
    #expect(result.faults.contains("interrupted"))
  }

  @Test func aScriptFromWindowsMayBeginWithAByteOrderMark() throws {
    let scratch = try Scratch()
    let file = try scratch.write("\u{FEFF}print('read')\n", to: "bom.lua")
    #expect(try Program.run(file).output == "read\n")
  }

  @Test func aScriptThatIsNotUTF8NamesItsLineAndWhatToTry() throws {
    let scratch = try Scratch()
    let file = scratch.url.appendingPathComponent("gbk.lua")
    try Data([0x78, 0x3D, 0x31, 0x0A, 0x2D, 0x2D, 0xCE, 0xC2, 0x0A]).write(to: file)
    let result = try Program.run("--lang", "en", file.path)
    #expect(result.status == 1)
    #expect(result.faults.contains("gbk.lua line 2: the script is not UTF-8"))
    #expect(result.faults.contains("try: iconv"))
  }

  @Test func aParameterOutOfItsRangeIsAUsageFault() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "local e = param { 'epochs', default = 3, range = { 1, 9 } } print(e)", to: "p.lua")
    #expect(try Program.run(file, "epochs=20").status == 2)
    #expect(try Program.run(file, "epochs=2.5").status == 2)
    #expect(try Program.run(file, "epoch=2").status == 2)
    #expect(try Program.run(file, "epochs=5").output == "5\n")
  }

  @Test func aMissedThresholdHasAnExitCodeOfItsOwn() throws {
    #expect(try Program.run("-e", "require_at_least(0.5, 0.9)").status == 4)
  }

  @Test func aScriptWithoutItsFolderSaysHowItIsCalled() throws {
    for name in ["strip-steel", "mill-wear", "fashion"] {
      let result = try Program.run(
        "--lang", "en", Program.top.appendingPathComponent("Scripts/\(name).lua").path)
      #expect(result.status == 2)
      #expect(result.faults.contains("usage: \(name).lua DIR"))
    }
  }

  @Test func theNotebookRunsAsAScript() throws {
    let scratch = try Scratch()
    let file = Program.top.appendingPathComponent("Notebooks/first-steps.lua").path
    let result = try Program.run(Program.path, [file], in: scratch.url)
    #expect(result.status == 0, "\(result.faults)")
    #expect(result.output.contains("3 rows x 4 columns"))
  }
}
