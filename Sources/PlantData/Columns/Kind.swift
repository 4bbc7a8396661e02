public import Report

/// What kind of values a column holds.
public enum Kind: String, Sendable, CaseIterable {
  case bool, int64, float64, text, timestamp, image

  /// Numbers that one can add and average.
  public var isNumber: Bool { self == .int64 || self == .float64 }

  /// The kind in the technician's words.
  public var words: Text {
    switch self {
    case .bool: Text(en: "bool", zh: "布尔")
    case .int64: Text(en: "integer", zh: "整数")
    case .float64: Text(en: "number", zh: "数值")
    case .text: Text(en: "text", zh: "文本")
    case .timestamp: Text(en: "time", zh: "时间")
    case .image: Text(en: "image", zh: "图像")
    }
  }
}
