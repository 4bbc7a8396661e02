/// Files that other programs wrote, beside the tests.
enum Specimen {
  static func path(_ name: String, from source: String = #filePath) -> String {
    "/" + source.split(separator: "/").dropLast(2).joined(separator: "/") + "/Specimens/" + name
  }
}
