internal import CText
internal import Report

/// A text in the national character set of China (GB 18030), as older Windows systems write it.
func gb18030(_ text: String) throws -> [UInt8] {
  let unknown = Fault(
    .encoding, en: "this system's C library does not know GB18030", zh: "本系统的 C 库不支持 GB18030 编码")
  guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
    throw unknown
  }
  defer { iconv_close(converter) }
  var input = Array(text.utf8CString)
  var output = [CChar](repeating: 0, count: 4 * input.count)
  var left = input.count - 1
  var room = output.count
  let failed = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      return iconv(converter, &from, &left, &to, &room) == Int.max || left > 0
    }
  }
  if failed { throw unknown }
  return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
}
