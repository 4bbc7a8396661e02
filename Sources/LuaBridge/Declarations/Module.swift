public import Report

/// A family of declarations: `data`, `nn`, `plot`. Functions carry their full dotted names; the module gives the
/// family its place in help.
///
///     extension Module {
///       public static var tensors: Module {
///         Module("tensor", Text(en: "numbers in many dimensions", zh: "多维数组")) { zeros; ones; tensorType }
///       }
///     }
public struct Module {
  public let name: String
  public let summary: Text
  public let items: [any Item]
  /// Names that other libraries have for what is here, and what is typed for them.
  public let elsewhere: [String: String]

  public init(_ name: String, _ summary: Text, elsewhere: [String: String] = [:], _ items: [any Item]) {
    self.name = name
    self.summary = summary
    self.items = items
    self.elsewhere = elsewhere
  }

  public init(
    _ name: String, _ summary: Text, elsewhere: [String: String] = [:], @ItemBuilder _ items: () -> [any Item]
  ) {
    self.init(name, summary, elsewhere: elsewhere, items())
  }

  /// The module itself as data.
  public var declaration: Declaration {
    Declaration(
      kind: .module, name: name, owner: nil, summary: summary, parameters: [], returns: Text(""), example: "",
      given: "")
  }
}
