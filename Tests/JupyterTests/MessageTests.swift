import Digest
import Exchange
import Jupyter
import Testing

@Suite struct MessageTests {
  let signer = Signer(key: Array("key".utf8))

  var frames: [[UInt8]] {
    Message.frames(
      "execute_request", .object(["code": .string("x")]), parent: .object([:]), to: [[1, 2]], session: "s",
      signer: signer)
  }

  @Test func aMessageComesBack() throws {
    let message = try Message(frames, signedWith: signer)
    #expect(message.type == "execute_request")
    #expect(message.identities == [[1, 2]])
    #expect(message.content["code"] == .string("x"))
  }

  @Test func aWrongSignatureIsRefused() {
    #expect(throws: Message.Refusal.signature) { _ = try Message(frames, signedWith: Signer(key: [1])) }
    var cut = frames
    cut[2] = Array(cut[2].dropLast())
    #expect(throws: Message.Refusal.signature) { _ = try Message(cut, signedWith: signer) }
  }

  @Test func damagedMessagesAreRefusedAndNothingElse() {
    let open = Signer(key: [])
    var state: UInt64 = 5
    for _ in 0..<3000 {
      var damaged = frames
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let k = Int(state >> 40) % damaged.count
      switch state >> 62 {
      case 0: damaged.remove(at: k)
      case 1 where !damaged[k].isEmpty:
        damaged[k][Int(state >> 20 & 0xFFFF) % damaged[k].count] = UInt8(truncatingIfNeeded: state >> 8)
      default: damaged[k] = Array(damaged[k].dropLast(Int(state >> 50 & 7)))
      }
      _ = try? Message(damaged, signedWith: open)
    }
  }

  @Test(arguments: [
    ("data.csv", 6, ["data.csv"]), ("data.csv {", 10, ["data.csv"]), ("t:filter('x", 10, ["t:filter"]),
    ("1 + 2", 2, []),
    ("f(g(x), ", 8, ["f"]), ("温 = plot", 9, ["plot"]),
  ])
  func theNameAtTheCursorIsFound(_ code: String, _ cursor: Int, _ words: [String]) {
    #expect(Kernel.words(in: code, at: cursor).filter { $0 != "x" } == words)
  }
}
