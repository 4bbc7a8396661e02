internal import Exchange
internal import Glibc
internal import Report

/// Where a kernel listens, as Jupyter's connection file says it.
struct Connection {
  var address: (Int) -> String
  var shell, control, publishing, input, heartbeat: Int
  var key: [UInt8]

  /// - Throws: a fault for a file that is missing, no connection file, or one that asks for what is not spoken here.
  init(file path: String) throws {
    let place = Place(file: path)
    guard let bytes = Connection.bytes(of: path) else {
      let reason = String(cString: strerror(errno))
      throw Fault(.file, en: reason, zh: "无法读取（\(reason)）", at: place, try: "plantsh kernel install")
    }
    guard let json = JSON(parsing: bytes), let host = json["ip"]?.string,
      let shell = json["shell_port"]?.int, let control = json["control_port"]?.int,
      let publishing = json["iopub_port"]?.int, let input = json["stdin_port"]?.int,
      let heartbeat = json["hb_port"]?.int
    else {
      throw Fault(
        .format, en: "this is no connection file of Jupyter", zh: "这不是 Jupyter 的连接文件", at: place,
        try: "plantsh kernel install")
    }
    let transport = json["transport"]?.string ?? "tcp"
    let scheme = json["signature_scheme"]?.string ?? "hmac-sha256"
    guard scheme == "hmac-sha256", transport == "tcp" || transport == "ipc" else {
      throw Fault(
        .format,
        en: "the connection wants \(transport) signed with \(scheme); spoken are tcp, ipc, hmac-sha256",
        zh: "连接要求 \(transport) 与签名 \(scheme)；支持 tcp、ipc 与 hmac-sha256", at: place)
    }
    address = { transport == "tcp" ? "tcp://\(host):\($0)" : "ipc://\(host)-\($0)" }
    (self.shell, self.control, self.publishing) = (shell, control, publishing)
    (self.input, self.heartbeat) = (input, heartbeat)
    key = Array((json["key"]?.string ?? "").utf8)
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&block, 1, block.count, file)
    return ferror(file) == 0 ? Array(block[..<count]) : nil
  }
}
