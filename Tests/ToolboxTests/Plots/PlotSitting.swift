import Glibc
import LuaBridge
import PlantData
import Plotting
import Report
import Toolbox

/// An interpreter with a table `t`, and a folder of its own for what is saved.
final class PlotSitting {
  let lua = Interpreter()
  let folder = "/tmp/plantsh-plots-\(getpid())-\(UInt32.random(in: 0 ... .max))"

  init() throws {
    let start = Timestamp(year: 2026, month: 3, day: 2, hour: 6, zone: Zone("+08:00"))
    let times = (0..<4).map {
      Cell.timestamp(Timestamp(microseconds: start.microseconds + Int64($0) * 60_000_000))
    }
    let table = try Table([
      Column("time", times, zone: Zone("+08:00")),
      Column("speed", [11.2, 11.4, nil, 10.8], unit: try Unit("m/s")),
      Column("force", [9400, 9350, 9010, 9600], unit: try Unit("kN")),
      Column("station", ["R1", "R2", "R1", "R2"]), Column("result", ["OK", "NG", "OK", "OK"]),
      Column("guess", ["OK", "NG", "NG", nil]), Column("score", [0.1, 0.9, 0.6, 0.2]),
    ])
    lua.install(Toolbox.modules)
    lua.install([
      Module("test", Text("test")) {
        Function("test.table", Text("a table"), returns: Text("a table"), example: "test.table()") { table }
      }
    ])
    try lua.run("t = test.table()")
    mkdir(folder, 0o755)
  }

  /// The figure that a line of Lua gives.
  func figure(_ line: String) throws -> Figure {
    try lua.run("f = " + line)
    let held: LuaObject? = try lua.global("f")
    guard let figure = held?.object as? Figure else { throw Fault(.ours, en: "no figure", zh: "不是图") }
    return figure
  }

  /// The fault that a line of Lua ends in.
  func fault(_ line: String) -> String {
    do {
      try lua.run(line)
      return "no fault"
    } catch let fault as Fault {
      return fault.in(.en)
    } catch {
      return "\(error)"
    }
  }

  func saved(_ name: String) -> String {
    guard let file = fopen(folder + "/" + name, "rb") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 200_000)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  deinit {
    for name in ["a.svg", "a.html", "a.png", "r.html"] { unlink(folder + "/" + name) }
    rmdir(folder)
  }
}
