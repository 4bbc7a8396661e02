internal import Digest
public import Exchange

/// Where a model came from, kept inside its file: nothing that depends on the clock or the machine's name, so that
/// the same script on the same data writes the same bytes.
public struct Lineage: Sendable, Equatable {
  /// nil for a model that was made at the prompt.
  public var script: DataFile?
  public var parameters: [String: String]
  public var seed: Int
  public var data: [DataFile]
  public var git: GitState?
  public var versions: [String: String]

  public init(
    script: DataFile?, parameters: [String: String], seed: Int, data: [DataFile], git: GitState?,
    versions: [String: String]
  ) {
    (self.script, self.parameters, self.seed) = (script, parameters, seed)
    (self.data, self.git, self.versions) = (data, git, versions)
  }

  /// Files are named one by one up to this number; a folder of images is one digest over all of theirs.
  private static let listed = 20

  public var json: JSON {
    var members: [String: JSON] = [
      "parameters": .object(parameters.mapValues(JSON.string)), "seed": .int(seed),
      "data": .array(shownData.map(\.json)), "data_files": .int(data.count),
      "versions": .object(versions.mapValues(JSON.string)),
    ]
    if let script { members["script"] = script.json }
    if let git { members["git"] = git.json }
    return .object(members)
  }

  public init?(_ json: JSON) {
    guard let seed = json["seed"]?.int else { return nil }
    script = json["script"].flatMap(DataFile.init)
    self.seed = seed
    data = (json["data"]?.array ?? []).compactMap(DataFile.init)
    git = json["git"].flatMap(GitState.init)
    func texts(_ json: JSON?) -> [String: String] {
      guard case .object(let members)? = json else { return [:] }
      return members.compactMapValues(\.string)
    }
    parameters = texts(json["parameters"])
    versions = texts(json["versions"])
  }

  /// The files, where those of a crowded folder stand as one: `cam1/*`, with the digest of all their digests.
  private var shownData: [DataFile] {
    var folders: [(name: String, files: [DataFile])] = []
    for file in data {
      let folder = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
        separator: "/")
      if folders.last?.name == folder {
        folders[folders.count - 1].files.append(file)
      } else {
        folders.append((folder, [file]))
      }
    }
    return folders.flatMap { folder, files in
      files.count <= Lineage.listed
        ? files : [Lineage.joined(files, as: (folder.isEmpty ? "" : folder + "/") + "*")]
    }
  }

  private static func joined(_ files: [DataFile], as path: String) -> DataFile {
    var hash = SHA256()
    for file in files { hash.update(Array("\(file.sha256)  \(Paths.name(file.path))\n".utf8)) }
    return DataFile(path: path, sha256: hash.hex, bytes: files.reduce(0) { $0 + $1.bytes })
  }
}
