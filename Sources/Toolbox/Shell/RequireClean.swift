internal import LuaBridge
internal import PlantData
internal import Report

/// `require_clean(parts.quarantine)`: ends the script with exit code 3 when the data broke its contract.
var requireClean: Function {
  Function(
    "require_clean",
    Text(
      en: "stops the script when a data contract refused too many rows (exit code 3)",
      zh: "数据契约拒收的行过多时终止脚本（退出码 3）"),
    .required("quarantine", Table.self, Text(en: "the rows that were refused", zh: "被拒收的数据行")),
    .option("most", Int.self, Text(en: "how many rows may be refused", zh: "允许拒收的行数"), default: 0, in: 0...),
    returns: Text(en: "how many were refused", zh: "拒收的行数"),
    example: #"require_clean(data.table { speed = { 31 }, reason = { "speed" } }, { most = 5 })"#
  ) { quarantine, most in
    let count = quarantine.rowCount
    guard count > most else { return count }
    let notes = quarantine.notes
    let why =
      notes.isEmpty ? Text("") : Text(": ") + notes.dropFirst().reduce(notes[0]) { $0 + Text(", ") + $1 }
    throw Fault(
      .contract,
      Text(
        en:
          "\(count.grouped) row\(count == 1 ? "" : "s") broke the data contract, at most \(most.grouped) may",
        zh: "\(count.grouped) 行不符合数据契约，最多允许 \(most.grouped) 行") + why,
      try: "print(parts.quarantine)")
  }
}
