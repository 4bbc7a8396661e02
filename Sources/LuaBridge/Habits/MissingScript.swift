internal import Report

/// A script or module that is not there, with the nearest that are: `dofile "jop.lua"`, `require "jbo"`.
struct MissingScript {
  let fault: Fault

  init?(_ message: String) {
    if message.hasPrefix("cannot open ") {
      let path = String(message.dropFirst(12).prefix { $0 != ":" })
      let near = nearestFiles(to: path)
      fault = Fault(
        .file, Text(en: "\(path): no such file", zh: "\(path)：文件不存在") + MissingScript.offer(near))
      return
    }
    guard let start = message.range(of: "module '"), let end = message.range(of: "' not found:") else {
      return nil
    }
    let name = String(message[start.upperBound..<end.lowerBound])
    let near = nearestFiles(to: name + ".lua").filter { $0.hasSuffix(".lua") }.map { String($0.dropLast(4)) }
    fault = Fault(
      .file,
      Text(
        en: "no module '\(name)' (\(name).lua in this folder)", zh: "没有模块 '\(name)'（当前文件夹中的 \(name).lua）")
        + MissingScript.offer(near))
  }

  private static func offer(_ near: [String]) -> Text {
    guard !near.isEmpty else { return Text("") }
    return Text(
      en: " · did you mean \(near.joined(separator: " or "))?", zh: " · 是不是 \(near.joined(separator: " 或 "))？"
    )
  }
}
