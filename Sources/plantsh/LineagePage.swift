internal import Exchange
internal import Neural
internal import Report
internal import Runs

/// A model's origin in words, one thing a line.
struct LineagePage {
  private let lineage: Lineage
  private let header: ModelHeader
  private let run: String?

  init(_ lineage: Lineage, _ header: ModelHeader, run: String?) {
    (self.lineage, self.header, self.run) = (lineage, header, run)
  }

  private var rows: [(Text, String)] {
    var rows: [(Text, String)] = []
    let prompt = Text(en: "typed at the prompt", zh: "在提示符下输入").description
    rows.append((Text(en: "script", zh: "脚本"), lineage.script.map(described) ?? prompt))
    if let git = lineage.git { rows.append((Text("git"), git.short)) }
    let parameters = lineage.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if !parameters.isEmpty {
      rows.append((Text(en: "parameters", zh: "参数"), parameters.joined(separator: " ")))
    }
    rows.append((Text(en: "seed", zh: "种子"), "\(lineage.seed)"))
    for file in lineage.data { rows.append((Text(en: "data", zh: "数据"), described(file))) }
    if let training { rows.append((Text(en: "training", zh: "训练"), training)) }
    if !header.classes.isEmpty {
      rows.append((Text(en: "classes", zh: "类别"), header.classes.joined(separator: ", ")))
    }
    rows.append((Text(en: "made by", zh: "生成程序"), "plantsh " + header.maker))
    if let run { rows.append((Text(en: "run", zh: "运行"), run)) }
    return rows
  }

  private var training: String? {
    let record = header.record
    guard let samples = record["samples"]?.int, let epochs = record["epochs"]?.int else { return nil }
    let loss = record["loss"]?.double.map { " · loss \($0.fixed(4))" } ?? ""
    let valid = record["valid_loss"]?.double.map { " · valid \($0.fixed(4))" } ?? ""
    return Text(
      en: "\(samples.grouped) samples, \(epochs) epochs", zh: "\(samples.grouped) 个样本，\(epochs) 轮"
    ).description + loss + valid
  }

  private func described(_ file: DataFile) -> String {
    "\(file.path)  \(file.bytes.grouped) B  sha256 \(file.sha256.short)"
  }

  func lines(fitting columns: Int) -> [String] {
    let rows = rows
    let width = rows.map { $0.0.description.displayWidth }.max() ?? 0
    return rows.map { title, value in
      (title.description.padded(toWidth: width) + "  " + value).truncated(toWidth: max(20, columns))
    }
  }
}
