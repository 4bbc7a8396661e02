import Glibc
import LuaBridge
import Report
import Simulation
import Testing
import Toolbox

@Suite struct PlantDemoTests {
  @Test func luaWritesAPlantAndGetsItsFile() throws {
    let lua = Interpreter()
    lua.install(Toolbox.modules)
    let folder = "/tmp/plantsh-lua-demo-\(getpid())"
    let result = try lua.run(#"return plant.demo("\#(folder)", { units = 20, seed = 7 })"#)
    guard case .string(let path)? = result.first else { throw Fault(.ours, en: "no path", zh: "没有路径") }
    #expect(path == folder + "/line3.plant.lua")
    #expect(access(path, R_OK) == 0)
    #expect(try DemoPlant.write(to: folder, seed: 7, units: 20).images > 0)
    for inner in ["/history", "/cam1", ""] {
      guard let open = opendir(folder + inner) else { continue }
      while let entry = readdir(open) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink(folder + inner + "/" + name)
      }
      closedir(open)
      rmdir(folder + inner)
    }
  }
}
