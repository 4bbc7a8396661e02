// swift-tools-version: 6.3
import PackageDescription

/// A room of the house: one target, the rooms below it that it may use, what it links, and the system's libraries
/// whose headers pkg-config finds.
struct Room {
  var name: String
  var on: [String] = []
  var links: [String] = []
  var finds: [String] = []
  var products: [Target.Dependency] = []
}

func room(
  _ name: String, on: [String] = [], links: [String] = [], finds: [String] = [],
  products: [Target.Dependency] = []
) -> Room {
  Room(name: name, on: on, links: links, finds: finds, products: products)
}

// The floors, from the ground up. A room uses rooms of lower floors only; neighbours on a floor do not
// know each other. `Scripts/floors` reads this list and checks every import against it.
let ground: [Room] = [
  room("CInterrupt"),
  room("CThreads"),
  room("CLua", links: ["lua5.4"]),
  room("CEdit", links: ["edit"]),
  room("CKernels"),
  room("CLeptonica", links: ["lept"]),
  room("CSQLite", links: ["sqlite3"]),
  room("CJansson", links: ["jansson"]),
  room("CZlib", links: ["z"]),
  room("CODBC", links: ["odbc"]),
  room("CText"),
  room("CRaster", links: ["z"], finds: ["CFreeType"]),
  room("CDigest"),
  room("CZeroMQ", links: ["dl"]),
  room("CMarkdown", links: ["cmark-gfm", "cmark-gfm-extensions"]),
]
let floors: [[Room]] = [
  [
    room("Report", on: ["CInterrupt"]),
    room("Randomness"),
    room("Memory"),
    room("Workers", on: ["CThreads"]),
    room("Exchange", on: ["CJansson"]),
  ],
  [
    room("Digest", on: ["CDigest", "Report"]),
    room("LuaBridge", on: ["CLua", "CInterrupt", "Report"]),
    room("LineEditing", on: ["CEdit", "CInterrupt", "Report"]),
    room("Tensors", on: ["CKernels", "Memory", "Report", "Randomness", "Workers"]),
    room("Images", on: ["CLeptonica", "Report", "Randomness"]),
    room("Plotting", on: ["CRaster", "Report"]),
    room(
      "PlantData",
      on: ["CSQLite", "CJansson", "CZlib", "CODBC", "CText", "Memory", "Report", "Randomness", "Workers"],
      finds: ["CXML"]),
  ],
  [
    room("Sessions", on: ["LuaBridge", "Report"]),
    room(
      "Neural",
      on: ["Tensors", "Exchange", "Report", "Randomness", "Workers", "CKernels", "CZlib"]),
    room(
      "Pipelines",
      on: ["Exchange", "PlantData", "Tensors", "Images", "Report", "Randomness", "Workers", "CKernels"]),
    room("Simulation", on: ["PlantData", "Images", "Report", "Randomness", "CSQLite", "CText"]),
  ],
  [
    room(
      "Inspection", on: ["Neural", "Pipelines", "PlantData", "Tensors", "Plotting", "Report", "Randomness"]),
    room(
      "Notebooks", on: ["Sessions", "LuaBridge", "Plotting", "Digest", "Exchange", "Report", "CMarkdown"]),
    room("Runs", on: ["Neural", "PlantData", "Plotting", "Digest", "Exchange", "Report"]),
  ],
  [
    room(
      "Toolbox",
      on: [
        "LuaBridge", "Sessions", "Inspection", "Neural", "Pipelines", "Simulation", "PlantData", "Tensors",
        "Images", "Plotting", "Exchange", "Report", "Randomness", "Workers",
      ]),
    room(
      "Jupyter",
      on: [
        "Notebooks", "Sessions", "LuaBridge", "Digest", "Exchange", "Report", "CZeroMQ",
      ]),
  ],
]
let roof: [Room] = [
  room(
    "plantsh",
    on: [
      "Toolbox", "Jupyter", "Notebooks", "Runs", "Neural", "Plotting", "PlantData", "Sessions", "LuaBridge",
      "LineEditing",
      "Simulation", "Workers",
      "Digest", "Exchange", "Report", "CInterrupt", "CKernels",
    ],
    products: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
  room(
    "plantsh-bench",
    on: [
      "LuaBridge", "Neural", "Tensors", "PlantData", "Exchange", "Randomness", "Workers", "Report",
      "CKernels",
    ]),
]

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

extension Room {
  var dependencies: [Target.Dependency] { (on + finds).map { .init(stringLiteral: $0) } + products }

  var library: Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linkage)
  }
  var groundLibrary: Target {
    .target(
      name: name, dependencies: dependencies, exclude: embedded, cxxSettings: [.define("NDEBUG")],
      linkerSettings: linkage)
  }
  /// What sources take in as it is.
  var embedded: [String] { name == "CRaster" ? ["fonts"] : [] }
  var program: Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
  }
  var tests: Target {
    .testTarget(
      name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
      exclude: recorded, swiftSettings: strict)
  }
  /// What tests read beside their sources.
  var recorded: [String] {
    switch name {
    case "Toolbox": ["Snapshots", "Transcripts/Snapshots", "Mistakes/beginners.txt"]
    case "PlantData": ["Specimens"]
    default: []
    }
  }
  var linkage: [LinkerSetting] { links.map { .linkedLibrary($0) } }
}

let found: [Target] = [
  .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
  .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
]

let package = Package(
  name: "plantsh",
  products: [.executable(name: "plantsh", targets: ["plantsh"])],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
  targets: found + ground.map(\.groundLibrary) + floors.joined().map(\.library) + roof.map(\.program)
    + floors.joined().map(\.tests) + roof.prefix(1).map(\.tests),
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17,
  cxxLanguageStandard: .gnucxx20
)
