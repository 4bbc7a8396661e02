internal import Report

/// Reads the idx format of the MNIST family, gzipped or not: images and their labels into a table with the
/// columns `image` and `label`. The pixels stay in one block of memory.
///
/// Format: two zero bytes, the type (8: unsigned byte), the number of dimensions, their sizes as 32-bit
/// big-endian numbers, then the data (LeCun, Cortes and Burges, "The MNIST database").
public enum IdxReader {
  /// - Parameter labels: the file of labels; nil gives images only.
  /// - Throws: `Fault` (file, format) naming what is wrong, also when images and labels differ in number.
  public static func read(_ images: String, labels: String? = nil) throws -> Reading {
    let pixels = try Idx(path: images)
    guard pixels.sizes.count == 3 || pixels.sizes.count == 4 else {
      throw pixels.fault(
        Text(en: "\(pixels.sizes.count) dimensions are no images", zh: "\(pixels.sizes.count) 维数据不是图像"))
    }
    let sizes = pixels.sizes
    let channels = sizes.count == 4 ? sizes[3] : 1
    let block = PixelBlock(
      count: sizes[0], height: sizes[1], width: sizes[2], channels: channels, bytes: pixels.values)
    let codes = Buffer<Int32>((0..<sizes[0]).map(Int32.init))
    let references = (0..<sizes[0]).map { ImageReference.pixels(block, index: $0) }
    var columns = [Column("image", .image(codes, references))]
    if let labels {
      let marks = try Idx(path: labels)
      guard marks.sizes.count == 1 else {
        throw marks.fault(
          Text(en: "\(marks.sizes.count) dimensions are no labels", zh: "\(marks.sizes.count) 维数据不是标签"))
      }
      guard marks.sizes[0] == sizes[0] else {
        throw marks.fault(
          Text(
            en: "\(marks.sizes[0].grouped) labels for \(sizes[0].grouped) images",
            zh: "标签有 \(marks.sizes[0].grouped) 个，图像有 \(sizes[0].grouped) 张"))
      }
      columns.append(Column("label", .int64(Buffer(marks.values.map(Int64.init)))))
    }
    let origins = Provenance(file: images, firstRow: 1, count: sizes[0])
    return Reading(table: try Table(columns, rowCount: sizes[0], provenance: origins))
  }
}

/// The sizes and bytes of one idx file.
private struct Idx {
  let path: String
  var sizes: [Int] = []
  var values: [UInt8] = []

  init(path: String) throws {
    self.path = path
    let file = try FileBytes.read(path)
    let bytes = file.bytes
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, (1...4).contains(bytes[3]) else {
      throw fault(Text(en: "not an idx file", zh: "不是 idx 文件"))
    }
    guard bytes[2] == 8 else {
      throw fault(
        Text(
          en: "idx type \(bytes[2]); only unsigned bytes (8) are read", zh: "idx 类型 \(bytes[2])；只支持无符号字节（8）"))
    }
    let header = 4 + 4 * Int(bytes[3])
    guard bytes.count >= header else { throw fault(Text(en: "the file ends in its header", zh: "文件头不完整")) }
    var total = 1
    for i in 0..<Int(bytes[3]) {
      let size = (0..<4).reduce(0) { $0 << 8 | Int(bytes[4 + 4 * i + $1]) }
      let (product, isTooMuch) = total.multipliedReportingOverflow(by: size)
      guard size > 0, !isTooMuch else { throw fault(Text(en: "a size of \(size)", zh: "尺寸为 \(size)")) }
      total = product
      sizes.append(size)
    }
    guard bytes.count - header == total else {
      throw fault(
        Text(
          en: "\((bytes.count - header).grouped) bytes of data where the header says \(total.grouped)",
          zh: "数据有 \((bytes.count - header).grouped) 字节，文件头为 \(total.grouped) 字节"))
    }
    values = Array(bytes[header...])
  }

  func fault(_ what: Text) -> Fault { Fault(.format, what, at: Place(file: path)) }
}
