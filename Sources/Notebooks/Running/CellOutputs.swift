internal import Exchange
public import Report
internal import Synchronization

/// What a cell shows while it runs, in nbformat's form.
final class CellOutputs: Sendable {
  private let outputs = Mutex<[JSON]>([])

  var all: [JSON] { outputs.withLock { $0 } }

  /// Printed text; what follows printed text on the same stream joins it.
  func print(_ text: String, to stream: String = "stdout") {
    guard !text.isEmpty else { return }
    outputs.withLock { outputs in
      if case .object(var last)? = outputs.last, last["name"] == .string(stream),
        let before = last["text"]?.string
      {
        last["text"] = .string((before + text).withoutAddresses)
        outputs[outputs.count - 1] = .object(last)
      } else {
        outputs.append(
          .object([
            "output_type": .string("stream"), "name": .string(stream), "text": .string(text.withoutAddresses),
          ]))
      }
    }
  }

  func display(_ bundle: MIMEBundle) {
    add(["output_type": .string("display_data"), "data": bundle.json, "metadata": .object([:])])
  }

  func result(_ bundle: MIMEBundle, count: Int) {
    add([
      "output_type": .string("execute_result"), "data": bundle.json, "metadata": .object([:]),
      "execution_count": .int(count),
    ])
  }

  func fault(_ fault: Fault) {
    add([
      "output_type": .string("error"), "ename": .string(fault.code.rawValue),
      "evalue": .string(fault.description),
      "traceback": .array(fault.lines.map(JSON.string)),
    ])
  }

  func clear() { outputs.withLock { $0.removeAll() } }

  private func add(_ members: [String: JSON]) { outputs.withLock { $0.append(.object(members)) } }
}

extension Fault {
  /// The fault in words and the places of the calls that led to it, one line each.
  public var lines: [String] { description.split(separator: "\n").map(String.init) + details }
}

extension String {
  /// `table: 0x5581c0de` without its address, which is another one each time.
  var withoutAddresses: String {
    var text = ""
    var rest = self[...]
    while let mark = rest.firstRange(of: ": 0x") {
      text += rest[..<mark.upperBound]
      let isAddress = String.kinds.contains { rest[..<mark.lowerBound].hasSuffix($0) }
      rest = rest[mark.upperBound...]
      guard isAddress else { continue }
      let digits = rest.prefix { $0.isHexDigit }
      if digits.count >= 6 {
        text += "…"
        rest = rest.dropFirst(digits.count)
      }
    }
    return text + rest
  }

  private static let kinds = ["table", "function", "builtin", "thread", "userdata"]
}
