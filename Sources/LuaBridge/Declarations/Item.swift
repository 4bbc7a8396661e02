/// What a module is made of: functions, object types with their methods, constants.
public protocol Item {
  var declaration: Declaration { get }
  /// Puts the item into an interpreter.
  func install(in interpreter: Interpreter)
}

/// Lists items: one a line, lists of items, conditions.
@resultBuilder public enum ItemBuilder {
  public static func buildExpression(_ item: any Item) -> [any Item] { [item] }
  public static func buildExpression(_ items: [any Item]) -> [any Item] { items }
  public static func buildBlock(_ items: [any Item]...) -> [any Item] { items.flatMap { $0 } }
  public static func buildArray(_ items: [[any Item]]) -> [any Item] { items.flatMap { $0 } }
  public static func buildOptional(_ items: [any Item]?) -> [any Item] { items ?? [] }
}
