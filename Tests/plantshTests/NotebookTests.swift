import Exchange
import Foundation
import Testing

/// `plantsh notebook` as a user calls it.
@Suite(.serialized) struct NotebookTests {
  func notebook(_ words: String..., in scratch: Scratch) throws -> Program.Result {
    try Program.run(
      Program.path, ["notebook", words[0], "--lang", "en"] + words.dropFirst(), in: scratch.url)
  }

  func text(_ name: String, in scratch: Scratch) throws -> String {
    try String(contentsOf: scratch.url.appendingPathComponent(name), encoding: .utf8)
  }

  static let shipped: [String] = {
    let folder = Program.top.appendingPathComponent("Notebooks").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
      $0.hasSuffix(".lua")
    }
    .sorted()
  }()

  @Test func thereAreAtLeastSixNotebooks() { #expect(NotebookTests.shipped.count >= 6) }

  @Test(arguments: shipped)
  func aShippedNotebookRunsAndGivesTheSameBytesAgain(_ name: String) throws {
    let scratch = try Scratch()
    let source = Program.top.appendingPathComponent("Notebooks/\(name)")
    try FileManager.default.copyItem(at: source, to: scratch.url.appendingPathComponent(name))
    let first = try notebook("run", name, in: scratch)
    #expect(first.status == 0, "\(first.faults)")
    let result = name.replacing(".lua", with: ".ipynb")
    let bytes = try text(result, in: scratch)
    #expect(bytes.contains("text/html"))
    #expect(bytes.contains("image/svg+xml"))
    let again = try notebook("run", name, in: scratch)
    #expect(again.status == 0, "\(again.faults)")
    #expect(try text(result, in: scratch) == bytes)
    let words = try text(name, in: scratch)
    #expect(words.unicodeScalars.contains { $0.value > 0x2E80 })
    #expect(try notebook("html", result, in: scratch).status == 0)
    #expect(try text(name.replacing(".lua", with: ".html"), in: scratch).contains("<svg"))
  }

  @Test func theCheckNamesTheCellWhoseOutputChanged() throws {
    let scratch = try Scratch()
    try scratch.write(
      "-- %%\nprint 'one'\n\n-- %%\nprint(io.open('x') and 'there' or 'missing')\n", to: "a.lua")
    #expect(try notebook("run", "a.lua", in: scratch).status == 0)
    let kept = try text("a.ipynb", in: scratch)
    #expect(try notebook("run", "a.lua", "--check", in: scratch).status == 0)
    try scratch.write("", to: "x")
    let changed = try notebook("run", "a.lua", "--check", in: scratch)
    #expect(changed.status == 5)
    #expect(changed.faults.contains("a.ipynb cell 2"), "\(changed.faults)")
    #expect(try text("a.ipynb", in: scratch) == kept)
  }

  @Test func aFailingCellIsNamedAndWhatWasShownIsKept() throws {
    let scratch = try Scratch()
    try scratch.write(
      "-- %%\nprint 'shown'\n\n-- %%\nx = nil\nx.y = 1\n\n-- %%\nprint 'never'\n", to: "a.lua")
    let result = try notebook("run", "a.lua", in: scratch)
    #expect(result.status == 1)
    #expect(result.faults.contains("a.lua cell 2 line 2: x is nil"), "\(result.faults)")
    let kept = try text("a.ipynb", in: scratch)
    #expect(kept.contains("\"shown\\n\""))
    #expect(!kept.contains("\"never\\n\""))
    #expect(try notebook("status", "a.ipynb", in: scratch).output.contains("never run"))
  }

  @Test func parametersComeFromTheCommandLine() throws {
    let scratch = try Scratch()
    try scratch.write(
      "-- %% tags=[\"parameters\"]\nlocal n = param { 'n', default = 1, range = { 1, 9 } }\n\n-- %%\nprint('n is', n)\n",
      to: "a.lua")
    #expect(try notebook("run", "a.lua", "n=7", in: scratch).status == 0)
    #expect(try text("a.ipynb", in: scratch).contains("n is\\t7"))
    #expect(try notebook("run", "a.lua", "m=7", in: scratch).status == 2)
    #expect(try notebook("run", "a.lua", "n=70", in: scratch).status == 2)
  }

  @Test func convertingLosesNothing() throws {
    let scratch = try Scratch()
    try scratch.write("-- %% [markdown]\n-- # A\n\n-- %%\nx = 1\n", to: "a.lua")
    #expect(try notebook("convert", "a.lua", in: scratch).status == 0)
    #expect(try notebook("convert", "a.ipynb", "-o", "b.lua", in: scratch).status == 0)
    #expect(try text("b.lua", in: scratch) == text("a.lua", in: scratch))
    try scratch.write("-- %%\nonly_here = 1\n", to: "a.lua")
    let refused = try notebook("convert", "a.ipynb", in: scratch)
    #expect(refused.status == 1)
    #expect(refused.faults.contains("would be lost"))
    #expect(try notebook("convert", "a.ipynb", "--force", in: scratch).status == 0)
  }

  @Test func strippingTakesTheOutputsOut() throws {
    let scratch = try Scratch()
    try scratch.write("-- %%\nprint 'out'\n", to: "a.lua")
    #expect(try notebook("run", "a.lua", in: scratch).status == 0)
    let piped = try Program.run(
      Program.path, ["notebook", "strip", "-"], in: scratch.url, input: try text("a.ipynb", in: scratch))
    #expect(piped.status == 0, "\(piped.faults)")
    #expect(!piped.output.contains("\"out\\n\""))
    #expect(try notebook("strip", "a.ipynb", in: scratch).status == 0)
    #expect(try text("a.ipynb", in: scratch) == piped.output)
  }

  @Test(arguments: [
    ("{", "its JSON is broken"), (#"{"nbformat": 3, "worksheets": []}"#, "format 3"),
    (#"{"nbformat": 4, "cells": [], "metadata": {"language_info": {"name": "python"}}}"#, "python"),
  ])
  func whatIsNoNotebookOfOursIsLeftAsItIs(_ content: String, _ fault: String) throws {
    let scratch = try Scratch()
    try scratch.write(content, to: "x.ipynb")
    let result = try notebook("run", "x.ipynb", in: scratch)
    #expect(result.status == 1)
    #expect(result.faults.contains(fault), "\(result.faults)")
    #expect(try text("x.ipynb", in: scratch) == content)
  }

  @Test func anInterruptedRunKeepsWhatWasShown() throws {
    let scratch = try Scratch()
    try scratch.write(
      "-- %%\nprint 'shown'\n\n-- %%\nio.open('started', 'w'):close() while true do end\n", to: "a.lua")
    let child = try Child(Program.path, ["notebook", "run", "a.lua"], in: scratch.url)
    let end = Date().addingTimeInterval(20)
    while !FileManager.default.fileExists(atPath: scratch.url.path + "/started"), Date() < end {
      usleep(10_000)
    }
    kill(child.id, SIGINT)
    #expect(try child.wait().status == 130)
    #expect(try text("a.ipynb", in: scratch).contains("\"shown\\n\""))
  }

  @Test func aThousandCellsTakeLessThanASecond() throws {
    let scratch = try Scratch()
    try scratch.write((0..<1000).map { "-- %%\nx = \($0)\n" }.joined(separator: "\n"), to: "long.lua")
    let start = Date()
    #expect(try notebook("run", "long.lua", in: scratch).status == 0)
    #expect(Date().timeIntervalSince(start) < 1)
  }
}
