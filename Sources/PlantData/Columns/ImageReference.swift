/// Where an image is: in a file that is not yet decoded, or among pixels in memory.
public enum ImageReference: Sendable, Hashable {
  case file(String)
  case pixels(PixelBlock, index: Int)

  /// The image in few characters: its size, or the name of its file.
  public var label: String {
    switch self {
    case .file(let path): String(path.split(separator: "/").last ?? "")
    case .pixels(let block, _): "\(block.width)x\(block.height)"
    }
  }
}
