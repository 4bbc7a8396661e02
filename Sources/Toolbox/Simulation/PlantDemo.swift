internal import LuaBridge
internal import Report
internal import Simulation

extension Module {
  /// A plant to try things on.
  static var simulation: Module {
    Module("simulation", Text(en: "a simulated plant to try things on", zh: "供练习的模拟产线")) { plantDemo }
  }
}

/// `plant.demo "demo"`.
var plantDemo: Function {
  Function(
    "plant.demo",
    Text(en: "writes the simulated strip-steel line into a folder", zh: "将模拟的带钢热轧线写入文件夹"),
    .required("folder", String.self, Text(en: "a new or empty folder", zh: "新的或空的文件夹")).holding(.file()),
    .option(
      "seed", Int.self, Text(en: "the same seed writes the same bytes", zh: "相同的种子生成完全相同的文件"), default: 3,
      in: 0...),
    .option(
      "units", Int.self, Text(en: "how many pieces; 100 an hour", zh: "产品件数；每小时 100 件"), default: 1200,
      in: 20...1700),
    returns: Text(en: "the path of the plant file", zh: "产线文件的路径"),
    example: #"plant.demo("demo", { units = 20 })"#
  ) { folder, seed, units in
    let summary = try DemoPlant.write(to: folder, seed: UInt64(seed), units: units)
    return summary.plantFile
  }
}
