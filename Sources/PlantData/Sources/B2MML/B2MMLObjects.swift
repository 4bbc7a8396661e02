/// One value of an object: the column it belongs to, its text, and what the document says of its kind.
struct B2MMLValue {
  var column: String
  var text: String
  /// "double", "Measure"; nil where the schema states no type.
  var type: String?
  var unit: String?
}

/// One element that is a row.
struct B2MMLRow {
  /// Where it starts in the document.
  var line: Int
  var values: [B2MMLValue]
}

/// Gathers the objects of one name from a document, and counts those of every name.
///
/// The schemas build everything from few shapes, told apart here by their names: what is described by values of its
/// own and repeats is an object; a place, a scope, a quantity or a value belongs to the object it stands in; so do
/// properties, data and parameters, which have an identifier and a value.
final class B2MMLObjects: XMLHandler {
  private(set) var names: [String] = []
  private(set) var counts: [String: Int] = [:]
  private(set) var rows: [B2MMLRow] = []
  /// The line that is being read.
  var line: () -> Int = { 1 }

  private let wanted: String?
  private var open: [Open] = []
  private var rootNamespace: String?

  /// An element that has begun.
  private struct Open {
    enum Shape { case simple, object, part, property }

    var name: String
    var line: Int
    var shape = Shape.simple
    var text: [UInt8] = []
    var isNil = false
    var values: [B2MMLValue] = []
    /// Where its row stands, of an object that is wanted.
    var row: Int?
  }

  init(wanted: String?) { self.wanted = wanted }

  func start(_ element: XMLElement) {
    if !open.isEmpty { nest() }
    let namespace = element.namespace.map { String(cString: $0) }
    if open.isEmpty { rootNamespace = namespace }
    // What a plant added to the standard keeps apart from it.
    let name = namespace == rootNamespace ? element.name : "Extended." + element.name
    var begun = Open(name: name, line: line())
    begun.isNil = element.text("nil") == "true"
    open.append(begun)
  }

  /// The innermost element has another within it.
  private func nest() {
    let last = open.count - 1
    guard open[last].shape == .simple else { return }
    open[last].shape = B2MMLObjects.shape(open[last].name)
    open[last].text = []
    guard open[last].shape == .object, open[last].name == wanted else { return }
    open[last].row = rows.count
    rows.append(B2MMLRow(line: open[last].line, values: []))
  }

  private static func shape(_ name: String) -> Open.Shape {
    let parts: Set<String> = [
      "Location", "HierarchyScope", "StorageLocation", "StorageHierarchyScope", "Quantity", "Value", "Result",
      "DataArea", "ApplicationArea",
    ]
    if parts.contains(name) { return .part }
    let isProperty = ["Property", "Data", "Parameter"].contains { name.hasSuffix($0) }
    return isProperty ? .property : .object
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last, open[last].shape == .simple else { return }
    open[last].text.append(contentsOf: bytes)
  }

  func end(_ name: UnsafePointer<UInt8>) {
    guard let ended = open.popLast() else { return }
    let last = open.count - 1
    switch ended.shape {
    case .simple:
      let text = B2MMLObjects.trimmed(ended.text)
      if last >= 0, !ended.isNil, !text.isEmpty {
        open[last].values.append(B2MMLValue(column: ended.name, text: text))
      }
    case .part:
      guard last >= 0 else { return }
      if ended.values.contains(where: { B2MMLObjects.isValueString($0.column) }) {
        open[last].values.append(B2MMLObjects.typed(ended.values, as: ended.name))
      } else {
        open[last].values += ended.values.map { B2MMLObjects.prefixed($0, ended.name) }
      }
    case .property:
      guard last >= 0 else { return }
      open[last].values += B2MMLObjects.property(ended.values, ended.name)
    case .object: endObject(ended)
    }
  }

  private func endObject(_ object: Open) {
    guard !object.values.isEmpty else { return }
    if counts.updateValue((counts[object.name] ?? 0) + 1, forKey: object.name) == nil {
      names.append(object.name)
    }
    guard let row = object.row else { return }
    // Identifiers of what it stands in stand before its own values, the outermost first.
    let outer = open.filter { $0.shape == .object }.flatMap { parent in
      parent.values.filter { $0.column.hasSuffix("ID") && !$0.column.contains(".") }.map {
        B2MMLObjects.prefixed($0, parent.name)
      }
    }
    rows[row].values = outer + object.values
  }

  private static func prefixed(_ value: B2MMLValue, _ name: String) -> B2MMLValue {
    var value = value
    value.column = name + "." + value.column
    return value
  }

  private static func isValueString(_ name: String) -> Bool {
    name == "ValueString" || name == "QuantityString"
  }

  /// `ValueString`, `DataType`, `UnitOfMeasure` and `Key` as one value.
  private static func typed(_ values: [B2MMLValue], as name: String) -> B2MMLValue {
    func text(_ wanted: (String) -> Bool) -> String? {
      values.first { wanted($0.column) && !$0.text.isEmpty }?.text
    }
    let key = text { $0 == "Key" }
    return B2MMLValue(
      column: key.map { name + "." + $0 } ?? name, text: text(isValueString) ?? "",
      type: text { $0 == "DataType" }
        ?? (values.contains { $0.column == "QuantityString" } ? "Quantity" : nil),
      unit: text { $0 == "UnitOfMeasure" })
  }

  /// An identifier and its values as columns of the object: `ProductionData.force`, a second value
  /// `ProductionData.force.min` when it has a key.
  private static func property(_ values: [B2MMLValue], _ name: String) -> [B2MMLValue] {
    let id = values.first { $0.column == "ID" }?.text
    return values.compactMap { value in
      if value.column == "ID" || value.column == "Description" { return nil }
      var value = value
      let own =
        value.column == "Value"
        ? nil : value.column.hasPrefix("Value.") ? String(value.column.dropFirst(6)) : value.column
      value.column = ([name, id, own] as [String?]).compactMap(\.self).joined(separator: ".")
      return value
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let isBlank = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
