internal import CJansson
internal import Glibc
internal import Report

/// A value of a JSON text, freed when nobody holds it any more.
final class JSONValue {
  private let value: UnsafeMutablePointer<json_t>

  private init(_ value: UnsafeMutablePointer<json_t>) { self.value = value }

  deinit { json_decref(value) }

  /// What is wrong with a JSON text: the byte where it was found out, and Jansson's words.
  struct Damage: Error {
    var offset: Int
    var words: String
  }

  /// Reads the value that `bytes` begins with and says how many bytes it took; with `isWhole` it must be all of them.
  ///
  /// - Throws: `Damage`.
  static func parse(_ bytes: UnsafeRawBufferPointer, isWhole: Bool = false) throws -> (
    value: JSONValue, count: Int
  ) {
    var error = json_error_t()
    let flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | (isWhole ? 0 : JSON_DISABLE_EOF_CHECK)
    guard let value = json_loadb(bytes.baseAddress, bytes.count, Int(flags), &error) else {
      let words = withUnsafeBytes(of: &error.text) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      // Jansson counts the sign it stumbled over as read, but for the end.
      let read = Int(error.position)
      throw Damage(offset: read >= bytes.count ? bytes.count : max(0, read - 1), words: words)
    }
    return (JSONValue(value), Int(error.position))
  }

  var isObject: Bool { value.pointee.type == JSON_OBJECT }

  /// The members of an object in the order in which they stand.
  var members: [(name: String, value: JSONValue)] {
    var members: [(String, JSONValue)] = []
    var at = json_object_iter(value)
    while let entry = at {
      if let key = json_object_iter_key(entry), let member = json_object_iter_value(entry) {
        members.append((String(cString: key), JSONValue.sharing(member)))
      }
      at = json_object_iter_next(value, entry)
    }
    return members
  }

  /// The elements of a list; nil when it is none.
  var elements: [JSONValue]? {
    guard value.pointee.type == JSON_ARRAY else { return nil }
    return (0..<json_array_size(value)).compactMap { json_array_get(value, $0).map(JSONValue.sharing) }
  }

  private static func sharing(_ value: UnsafeMutablePointer<json_t>) -> JSONValue {
    json_incref(value)
    return JSONValue(value)
  }

  /// Sets the members of this object as values of the row being gathered; those of an object within it as
  /// `outer.inner`.
  func add(to columns: inout RowColumns) throws { try JSONValue.add(value, prefix: "", to: &columns) }

  private static func add(
    _ object: UnsafeMutablePointer<json_t>, prefix: String, to columns: inout RowColumns
  ) throws {
    var at = json_object_iter(object)
    while let entry = at {
      defer { at = json_object_iter_next(object, entry) }
      guard let key = json_object_iter_key(entry), let value = json_object_iter_value(entry) else { continue }
      let name = prefix + String(cString: key)
      if value.pointee.type == JSON_OBJECT, json_object_size(value) > 0 {
        try add(value, prefix: name + ".", to: &columns)
      } else {
        columns.set(try columns.slot(named: name), cell(value))
      }
    }
  }

  /// The value as one of a column; a list, or an object without members, as its JSON text.
  var cell: RowValue { JSONValue.cell(value) }

  private static func cell(_ value: UnsafeMutablePointer<json_t>) -> RowValue {
    switch value.pointee.type {
    case JSON_STRING: return .text(json_string_value(value).map { String(cString: $0) } ?? "")
    case JSON_INTEGER: return .int(Int64(json_integer_value(value)))
    case JSON_REAL: return .float(json_real_value(value))
    case JSON_TRUE: return .bool(true)
    case JSON_FALSE: return .bool(false)
    case JSON_NULL: return .missing
    default:
      guard let text = json_dumps(value, Int(JSON_COMPACT)) else { return .missing }
      defer { free(text) }
      return .text(String(cString: text))
    }
  }
}
