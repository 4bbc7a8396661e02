internal import Exchange

extension Kernel {
  /// What a front end wants to know first.
  static func information(_ version: String) -> JSON {
    .object([
      "status": .string("ok"), "protocol_version": .string("5.4"), "implementation": .string("plantsh"),
      "implementation_version": .string(version),
      "language_info": .object([
        "name": .string("lua"), "version": .string("5.4"), "mimetype": .string("text/x-lua"),
        "file_extension": .string(".lua"), "pygments_lexer": .string("lua"),
        "codemirror_mode": .object(["name": .string("lua")]), "nbconvert_exporter": .string("script"),
      ]),
      "banner": .string("plantsh \(version) · Lua 5.4 · ? for help · 中文: lang \"zh\""),
      "debugger": .bool(false), "supported_features": .array([]),
      "help_links": .array([
        .object(["text": .string("Lua 5.4"), "url": .string("https://www.lua.org/manual/5.4/")])
      ]),
    ])
  }
}
