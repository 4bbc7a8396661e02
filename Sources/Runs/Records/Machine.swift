public import Exchange
internal import Glibc

/// Where a run ran: what its figures may hang on.
public struct Machine: Sendable, Equatable {
  public var host: String
  public var system: String
  public var processor: String
  public var cores: Int
  /// How many threads calculated, and with which instruction set.
  public var threads: Int
  public var kernels: String

  /// This machine.
  public init(threads: Int, kernels: String) {
    var name = utsname()
    uname(&name)
    host = Machine.text(&name.nodename)
    system = [Machine.text(&name.sysname), Machine.text(&name.release), Machine.text(&name.machine)].joined(
      separator: " ")
    processor = Machine.processorName
    cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    (self.threads, self.kernels) = (threads, kernels)
  }

  private static func text<Field>(_ field: inout Field) -> String {
    withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static var processorName: String {
    let lines = ((try? WholeFile.read("/proc/cpuinfo")) ?? []).split(separator: UInt8(ascii: "\n"))
    let line = lines.lazy.map { String(decoding: $0, as: UTF8.self) }.first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last?.drop { $0 == " " }.description ?? "?"
  }

  public var json: JSON {
    .object([
      "host": .string(host), "system": .string(system), "processor": .string(processor),
      "cores": .int(cores), "threads": .int(threads), "kernels": .string(kernels),
    ])
  }

  init?(_ json: JSON) {
    guard let threads = json["threads"]?.int, let kernels = json["kernels"]?.string else { return nil }
    host = json["host"]?.string ?? "?"
    system = json["system"]?.string ?? "?"
    processor = json["processor"]?.string ?? "?"
    cores = json["cores"]?.int ?? 0
    (self.threads, self.kernels) = (threads, kernels)
  }
}
