/// One text in both languages; shown in the language in force.
///
///     Text(en: "learning rate", zh: "学习率").description      // "学习率" after lang "zh"
public struct Text: Sendable, Hashable, CustomStringConvertible {
  public var en: String
  public var zh: String

  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// A text that is the same in both languages: a name, a number, a path.
  public init(_ both: String) { self.init(en: both, zh: both) }

  public func `in`(_ language: Language) -> String { language == .en ? en : zh }

  public var description: String { self.in(.current) }

  public static func + (left: Text, right: Text) -> Text {
    Text(en: left.en + right.en, zh: left.zh + right.zh)
  }
}
