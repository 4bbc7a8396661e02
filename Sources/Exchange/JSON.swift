internal import CJansson
internal import Glibc

/// A JSON value (RFC 8259), read and written with Jansson.
///
///     JSON(parsing: Array("{\"lr\": 0.1}".utf8))?["lr"]?.double      // 0.1
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  public var int: Int? {
    guard case .int(let value) = self else { return nil }
    return value
  }

  public var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  public var array: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// The value of an array of whole numbers, or nil.
  public var ints: [Int]? {
    guard let values = array else { return nil }
    let numbers = values.compactMap(\.int)
    return numbers.count == values.count ? numbers : nil
  }

  /// The value of an array of texts, or nil.
  public var strings: [String]? {
    guard let values = array else { return nil }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }
}

extension JSON {
  /// Reads a text; nil when it is not JSON.
  public init?(parsing bytes: some Collection<UInt8>) {
    let copy = Array(bytes)
    let parsed = copy.withUnsafeBytes { buffer in
      json_loadb(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, 4 /* JSON_DECODE_ANY */, nil)
    }
    guard let parsed else { return nil }
    defer { json_decref(parsed) }
    self.init(parsed)
  }

  private init(_ value: UnsafeMutablePointer<json_t>) {
    switch value.pointee.type {
    case JSON_OBJECT:
      var members: [String: JSON] = [:]
      var iterator = json_object_iter(value)
      while let current = iterator {
        if let member = json_object_iter_value(current) {
          members[String(cString: json_object_iter_key(current))] = JSON(member)
        }
        iterator = json_object_iter_next(value, current)
      }
      self = .object(members)
    case JSON_ARRAY: self = .array((0..<json_array_size(value)).map { JSON(json_array_get(value, $0)) })
    case JSON_STRING: self = .string(String(cString: json_string_value(value)))
    case JSON_INTEGER: self = .int(Int(json_integer_value(value)))
    case JSON_REAL: self = .double(json_real_value(value))
    case JSON_TRUE: self = .bool(true)
    case JSON_FALSE: self = .bool(false)
    default: self = .null
    }
  }
}

extension JSON {
  /// The value as text, the keys of objects in order, so that equal values give equal bytes.
  public var text: String {
    let value = made()
    defer { json_decref(value) }
    // JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY, and 17 digits, which give every double back.
    guard let characters = json_dumps(value, 0x20 | 0x80 | 0x200 | 17 << 11) else { return "null" }
    defer { free(characters) }
    return String(cString: characters)
  }

  private func made() -> UnsafeMutablePointer<json_t> {
    switch self {
    case .null: return json_null()
    case .bool(let value): return value ? json_true() : json_false()
    case .int(let value): return json_integer(json_int_t(value))
    case .double(let value): return json_real(value.isFinite ? value : 0)
    case .string(let value): return json_string(value)
    case .array(let values):
      let list: UnsafeMutablePointer<json_t> = json_array()
      for value in values { json_array_append_new(list, value.made()) }
      return list
    case .object(let members):
      let object: UnsafeMutablePointer<json_t> = json_object()
      for (key, value) in members { json_object_set_new(object, key, value.made()) }
      return object
    }
  }
}
