internal import Exchange
internal import Glibc
internal import Tensors

/// A folder of plain files that another program reads: float32 numbers end to end in NAME.f32, and a description
/// in handover.json.
struct Handover {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  func write(_ name: String, _ tensors: [Tensor]) throws {
    try write(to: "\(name).f32") { file in
      for tensor in tensors { tensor.withUnsafeValues { _ = fwrite($0.baseAddress, 4, $0.count, file) } }
    }
  }

  func describe(_ members: [String: JSON]) throws {
    let text = JSON.object(members).text
    try write(to: "handover.json") { _ = fputs(text, $0) }
  }

  private func write(to name: String, _ body: (UnsafeMutablePointer<FILE>) -> Void) throws {
    guard let file = fopen("\(folder)/\(name)", "w") else { throw HandoverError(file: name, code: errno) }
    body(file)
    let failed = ferror(file) != 0
    guard fclose(file) == 0, !failed else { throw HandoverError(file: name, code: errno) }
  }
}

/// A file could not be written.
struct HandoverError: Error {
  var file: String
  var code: Int32
}

extension JSON {
  /// The shapes of tensors, a list each.
  static func shapes(_ tensors: [Tensor]) -> JSON {
    .array(tensors.map { .array($0.shape.map { .int($0) }) })
  }
}
