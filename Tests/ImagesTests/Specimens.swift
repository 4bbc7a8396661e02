/// Small image files of the kinds that cameras write.
enum Specimens {
  /// 8x8 gray, x * 32.
  static let jpeg = decoded(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5
    PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQR
    BRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4
    eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEB
    AAA/AM/4Pf8ALv8AhX//2Q==
    """)
  /// 4x2, 16 bits: (x * 64) in the upper byte.
  static let png16 = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAQAAAACEAAAAAAKU/78AAAACXBIWXMAAAAAAAAAAACdYiYyAAAAGklEQVQImWNkYHBgcGBwYGBhYGRgYGBg
    YAAACg8Ax3TsIYwAAAAASUVORK5CYII=
    """)
  /// The same as TIFF.
  static let tiff16 = decoded(
    """
    SUkqABgAAAAAAABAAIAAwAEAAUABgAHADgAAAQMAAQAAAAQAAAABAQMAAQAAAAIAAAACAQMAAQAAABAAAAADAQMAAQAAAAEAAAAGAQMAAQAA
    AAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAAAIAAAAXAQQAAQAAABAAAAAaAQUAAQAAAMYAAAAbAQUA
    AQAAAM4AAAAcAQMAAQAAAAEAAAAoAQMAAQAAAAIAAAAAAAAALAEAAAEAAAAsAQAAAQAAAA==
    """)
  /// 2x2 with a palette: red, green, blue, nearly black.
  static let palette = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAIAAAACAgMAAAAP2OW3AAAADFBMVEX/AAAA/wAAAP8JCQlccX6GAAAACXBIWXMAAAAAAAAAAACdYiYyAAAA
    DElEQVQImWMQYNgAAADkAMFytcXhAAAAAElFTkSuQmCC
    """)
  /// The same as BMP.
  static let bmp = decoded(
    """
    Qk1GAAAAAAAAADYAAAAoAAAAAgAAAAIAAAABABgAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAA/wAACQkJCQkAAP8A/wAAAA==
    """)
  /// The same as PNG with alpha.
  static let rgba = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAACXBIWXMAAAAAAAAAAACdYiYyAAAAFklEQVQImWP4z8DAwPCfAUJycnIyAAAj
    QAMZ53fY5gAAAABJRU5ErkJggg==
    """)
  /// 8x2, 1 bit: white, and one black pixel at x 1, y 0.
  static let bit = decoded(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAgAAAACAQAAAABN76BAAAAACXBIWXMAAAAAAAAAAACdYiYyAAAADElEQVQImWPYz/AfAANAAb9ud2EMAAAA
    AElFTkSuQmCC
    """)

  /// 8x8, four inks as printers mix them, stored inverted: red everywhere.
  static let cmyk = decoded(
    """
    /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJ
    CgoK/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAE
    EQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6
    g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkA
    SwAAPwD9/K/n/r+f+v38r//Z
    """)

  static let colours: [UInt8] = [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9]

  private static func decoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var group = 0, bits = 0
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    for letter in text {
      guard let value = letters.firstIndex(of: letter) else { continue }
      group = (group << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(group >> bits & 255))
      }
    }
    return bytes
  }
}
