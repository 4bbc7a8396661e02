internal import LuaBridge
internal import PlantData
internal import Report

/// Values for each `?` of a query.
func queryParameters(_ values: [LuaValue], of function: String) throws -> [Cell] {
  try values.enumerated().map { position, value in
    switch value {
    case .nil: return .missing
    case .bool(let value): return .bool(value)
    case .int(let value): return .int64(Int64(value))
    case .number(let value): return .float64(value)
    case .string(let value): return .text(value)
    default:
      throw Fault(
        .type, en: "\(function): parameter \(position + 1) is no number, text or boolean",
        zh: "\(function)：第 \(position + 1) 个参数不是数值、文本或布尔值")
    }
  }
}
