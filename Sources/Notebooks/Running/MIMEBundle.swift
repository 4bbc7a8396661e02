public import Exchange
public import Report

/// A value in every form that a notebook can show: text always, HTML or SVG where it has one.
///
///     MIMEBundle(of: figure, on: surface).json      // {"image/svg+xml": "<svg …", "text/plain": "speed: rising …"}
public struct MIMEBundle: Sendable, Equatable {
  public let json: JSON

  public init(of value: any Displayable, on surface: Surface) {
    var data: [String: JSON] = [:]
    if let svg = value.svg {
      // Beside a picture words say more than characters that draw it.
      var words = surface
      words.plain = true
      data["text/plain"] = .string(value.text(on: words))
      data["image/svg+xml"] = .string(svg)
    } else {
      data["text/plain"] = .string(value.text(on: surface))
      if let html = value.html { data["text/html"] = .string(html) }
    }
    json = .object(data)
  }

  public init(text: String) { json = .object(["text/plain": .string(text)]) }

  /// The values of an entry: one value in all its forms, several as text; nil when there is nothing to show.
  public init?(of values: [any Displayable], on surface: Surface) {
    if values.count == 1 {
      self.init(of: values[0], on: surface)
      if json["text/plain"] == .string("nil") { return nil }
    } else {
      guard !values.isEmpty else { return nil }
      let texts = values.map { $0.text(on: surface) }
      self.init(text: texts.joined(separator: texts.contains { $0.contains("\n") } ? "\n" : "\t"))
    }
  }
}

extension Surface {
  /// The room of a notebook's outputs: the same on every machine and every day.
  public static var notebook: Surface {
    var surface = Surface(columns: 100, rows: 40)
    surface.timeless = true
    return surface
  }
}
