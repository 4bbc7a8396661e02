import Exchange
import Foundation
import Testing

/// The kernel, as a front end sees it.
@Suite(.serialized) struct KernelTests {
  let kernel: KernelClient

  init() throws { kernel = try KernelClient() }

  func texts(_ shown: [KernelClient.Answer], _ type: String) -> [String] {
    shown.filter { $0.type == type }.map {
      $0.content["text"]?.string ?? $0.content["data"]?["text/plain"]?.string ?? $0.content["evalue"]?.string
        ?? ""
    }
  }

  @Test func cellsPrintShowAndFail() throws {
    let (reply, shown) = try kernel.execute(
      "local x = 20\nprint('printed') io.stderr:write 'complaint'\nx + 1")
    #expect(reply["status"] == .string("ok"))
    #expect(texts(shown, "execute_result") == ["21"])
    #expect(texts(shown, "stream").sorted() == ["complaint", "printed\n"])
    #expect(shown.first?.content["execution_state"] == .string("busy"))
    let table = try kernel.execute("data.table { a = { 1, 2 } }").shown.first { $0.type == "execute_result" }
    #expect(table?.content["data"]?["text/html"]?.string?.contains("<table") == true)
    let figure = try kernel.execute("plot.histogram(data.table { a = { 1, 2, 3 } }, 'a')").shown
    #expect(figure.contains { $0.content["data"]?["image/svg+xml"]?.string?.contains("<svg") == true })
    let failed = try kernel.execute("untis.x")
    #expect(failed.reply["status"] == .string("error"))
    #expect(texts(failed.shown, "error").first?.contains("untis is nil") == true)
    #expect(try kernel.execute("x").reply["execution_count"] == .int(5))
  }

  @Test func whatWaitsBehindAFailedCellIsNotRun() throws {
    for code in ["error 'no'", "y = 1"] {
      kernel.send("execute_request", .object(["code": .string(code)]))
    }
    #expect(try kernel.reply()["status"] == .string("error"))
    let second = try kernel.reply()["status"]
    if second == .string("aborted") { #expect(texts(try kernel.execute("y").shown, "execute_result") == []) }
    #expect(second == .string("aborted") || second == .string("ok"))
  }

  @Test func aRunningCellIsInterrupted() throws {
    _ = try kernel.execute("kept = 17")
    let id = kernel.send("execute_request", .object(["code": .string("print 'ready' while true do end")]))
    _ = try kernel.published { $0.type == "stream" }
    #expect(try kernel.ask("interrupt_request", .object([:]), onControl: true)["status"] == .string("ok"))
    #expect(try kernel.reply()["ename"] == .string("interrupted"))
    _ = try kernel.published { $0.parent == id && $0.content["execution_state"]?.string == "idle" }
    kernel.send("execute_request", .object(["code": .string("print 'again' while true do end")]))
    _ = try kernel.published { $0.type == "stream" }
    kill(kernel.child.id, SIGINT)
    #expect(try kernel.reply()["ename"] == .string("interrupted"))
    kill(kernel.child.id, SIGINT)
    #expect(texts(try kernel.execute("kept").shown, "execute_result") == ["17"])
  }

  @Test func questionsAreAnswered() throws {
    let completion = try kernel.ask(
      "complete_request", .object(["code": .string("温 = 1 pipeli"), "cursor_pos": .int(12)]))
    #expect(completion["matches"]?.strings == ["pipeline"])
    #expect(completion["cursor_start"] == .int(6))
    for (code, cursor) in [("data.csv", 3), ("data.csv { ", 11)] {
      let page = try kernel.ask(
        "inspect_request", .object(["code": .string(code), "cursor_pos": .int(cursor)]))
      #expect(page["found"] == .bool(true), "\(code)")
      #expect(page["data"]?["text/plain"]?.string?.contains("data.csv") == true)
    }
    for (code, status) in [("x = 1", "complete"), ("for k = 1, 2 do", "incomplete"), ("x = )", "invalid")] {
      #expect(
        try kernel.ask("is_complete_request", .object(["code": .string(code)]))["status"] == .string(status))
    }
    let expression = try kernel.execute(
      "", ["user_expressions": .object(["a": .string("1 + 1"), "b": .string("nil.x")])])
    #expect(expression.reply["user_expressions"]?["a"]?["data"]?["text/plain"] == .string("2"))
    #expect(expression.reply["user_expressions"]?["b"]?["status"] == .string("error"))
    #expect(try kernel.execute("? pipeline").reply["payload"]?.array?.first?["source"] == .string("page"))
  }

  @Test func historyHasRangesAndPatterns() throws {
    for code in ["a = 1", "b = 2", "a = 3", "a = 1"] { _ = try kernel.execute(code) }
    func history(_ request: [String: JSON]) throws -> [String] {
      (try kernel.ask("history_request", .object(request))["history"]?.array ?? []).compactMap {
        $0.array?[2].string
      }
    }
    #expect(try history(["hist_access_type": .string("tail"), "n": .int(2)]) == ["a = 3", "a = 1"])
    #expect(
      try history([
        "hist_access_type": .string("range"), "session": .int(0), "start": .int(1), "stop": .int(3),
      ])
        == ["a = 1", "b = 2"])
    #expect(
      try history(["hist_access_type": .string("search"), "pattern": .string("a*"), "unique": .bool(true)])
        == ["a = 3", "a = 1"])
  }

  @Test func whatIsNotSpokenIsRefusedPolitely() throws {
    kernel.send("comm_open", .object(["comm_id": .string("w"), "target_name": .string("jupyter.widget")]))
    let shown = try kernel.published { $0.type == "comm_close" }
    #expect(shown.last?.content["comm_id"] == .string("w"))
    let debug = try kernel.ask(
      "debug_request", .object(["seq": .int(4), "command": .string("initialize")]), onControl: true)
    #expect(debug["success"] == .bool(false))
    #expect(debug["request_seq"] == .int(4))
    kernel.send("execute_request", .object(["code": .string("hacked = true")]), key: "another")
    #expect(texts(try kernel.execute("hacked").shown, "execute_result") == [])
  }

  @Test func aQuestionToTheUserCanBeInterruptedOrRefused() throws {
    kernel.send(
      "execute_request", .object(["code": .string("return 'got ' .. io.read()"), "allow_stdin": .bool(true)]))
    // The question goes to the one who asked; on another socket it has another identity.
    _ = try? kernel.published(milliseconds: 300) { $0.type == "never" }
    #expect(try kernel.ask("interrupt_request", .object([:]), onControl: true)["status"] == .string("ok"))
    #expect(try kernel.reply()["ename"] == .string("interrupted"))
    let refused = try kernel.execute("io.read()", ["allow_stdin": .bool(false)])
    #expect(refused.reply["evalue"]?.string?.contains("cannot ask") == true)
  }

  @Test func aMessageOfAHundredMegabytesIsRefused() throws {
    let code = "x = '" + String(repeating: "a", count: 100 << 20) + "'"
    let reply = try kernel.ask("execute_request", .object(["code": .string(code)]), seconds: 120)
    #expect(reply["status"] == .string("error"))
    #expect(try kernel.execute("1 + 1").reply["status"] == .string("ok"))
  }

  @Test func aRequestToEndEndsTheProcess() throws {
    kernel.send("execute_request", .object(["code": .string("while true do end")]))
    _ = try kernel.published { $0.type == "execute_input" }
    let reply = try kernel.ask("shutdown_request", .object(["restart": .bool(true)]), onControl: true)
    #expect(reply["restart"] == .bool(true))
    #expect(try kernel.child.wait().status == 0)
  }
}

/// Where a kernel cannot start.
@Suite struct KernelStartTests {
  @Test(arguments: [("{", "no connection file"), ("{\"ip\": \"127.0.0.1\"}", "no connection file")])
  func aFileThatIsNoConnectionIsNamed(_ text: String, _ fault: String) throws {
    let scratch = try Scratch()
    let file = try scratch.write(text, to: "c.json")
    let result = try Program.run("kernel", "run", "--lang", "en", file)
    #expect(result.status == 1)
    #expect(result.faults.contains(fault), "\(result.faults)")
    #expect(try Program.run("kernel", "run", "nowhere.json").status == 1)
  }

  @Test func twoKernelsOnOnePortAreAFault() throws {
    let first = try KernelClient()
    let result = try Program.run(
      "kernel", "run", "--lang", "en", first.scratch.url.appendingPathComponent("connection.json").path)
    #expect(result.status == 1)
    #expect(result.faults.contains("Address already in use"), "\(result.faults)")
  }

  @Test func theKernelIsInstalledForJupyter() throws {
    let scratch = try Scratch()
    let result = try Program.run("kernel", "install", "--prefix", scratch.url.path)
    #expect(result.status == 0, "\(result.faults)")
    let file = scratch.url.appendingPathComponent("share/jupyter/kernels/plantsh/kernel.json")
    let spec = try #require(JSON(parsing: Array(try Data(contentsOf: file))))
    #expect(spec["argv"]?.strings?.last == "{connection_file}")
    #expect(spec["interrupt_mode"] == .string("message"))
    #expect(FileManager.default.isExecutableFile(atPath: spec["argv"]?.strings?.first ?? ""))
  }
}
