import Glibc
import Plotting
import Report

/// One figure of each kind, with Chinese, gaps and signs that markup must escape.
enum FigureSpecimens {
  static let all: [(name: String, figure: Figure)] = [
    ("line", line), ("scatter", scatter), ("histogram", histogram), ("bar", bar), ("box", box),
    ("heatmap", heatmap), ("confusion", confusion), ("roc", roc), ("control", control),
  ]

  static let line: Figure = {
    let times = (0..<1000).map { 1_772_402_400 + Double($0) * 43.2 }
    let speeds = (0..<1000).map { i in
      i == 500 ? Double.nan : 11 + 2 * sin(Double(i) / 80) + Double(i % 7) / 10
    }
    return .line(
      [
        Series(Text("R1.速度"), x: times, y: speeds),
        Series(Text("R2 <in> & out"), x: times, y: speeds.map { $0 * 0.8 + 1 }),
      ],
      title: Text(en: "speed over a shift", zh: "一班的速度"), note: Text("line 3 · 2 tags"),
      x: Axis(Text(en: "time", zh: "时间"), scale: .time(offset: 28_800)),
      y: Axis(Text(en: "speed", zh: "速度"), unit: "m/s"))
  }()

  static let scatter: Figure = .scatter(
    [
      Series(Text("OK"), x: wave(300, 1), y: wave(300, 2.3), tone: .good),
      Series(Text("NG"), x: wave(40, 3.1).map { $0 + 1 }, y: wave(40, 1.7), tone: .bad),
    ],
    title: Text("speed × temperature"), x: Axis(Text("温度"), unit: "degC"), y: Axis(Text("速度"), unit: "m/s"))

  static let histogram: Figure = .histogram(
    wave(1200, 1.3).map { 950 + 20 * $0 } + [.nan], title: Text("temperature"), unit: "degC")
  static let bar: Figure = .bar(
    ["划痕 scratch", "氧化皮", "inclusion", "roll mark"], [41, 17, 9, 2], title: Text("defects 缺陷"),
    unit: "units")
  static let box: Figure = .box(
    [
      ("R1", wave(200, 1)), ("R2", wave(200, 2).map { $0 + 0.4 } + [7]), ("卷取", wave(90, 3).map { $0 * 0.5 }),
    ],
    title: Text("gauge"), unit: "mm")
  static let heatmap: Figure = .heatmap(
    rows: ["速度", "温度", "轧制力", "gauge"], columns: ["速度", "温度", "轧制力", "gauge"],
    values: [[1, 0.4, -0.2, 0.1], [0.4, 1, 0.7, -0.5], [-0.2, 0.7, 1, 0], [0.1, -0.5, 0, .nan]],
    title: Text("correlation"))
  static let confusion: Figure = .confusion(
    [[131, 8, 0], [3, 38, 2], [1, 0, 21]], classes: ["OK", "划痕", "scale"])
  static let roc: Figure = {
    let positive = (0..<200).map { $0 % 3 == 0 }
    let scores = positive.indices.map { i -> Double in Double(i % 50) + (positive[i] ? 18 : 0) }
    return .roc(scores: scores, positive: positive)
  }()
  static let control: Figure = {
    let gauge = (0..<120).map { i -> Double in 2 + 0.01 * sin(Double(i * i)) + (i == 90 ? 0.06 : 0) }
    return .controlChart(gauge, title: Text("gauge"), unit: "mm")
  }()

  static func wave(_ count: Int, _ frequency: Double) -> [Double] {
    (0..<count).map { sin(Double($0) * frequency) + 0.6 * cos(Double($0 * $0) * 0.37 * frequency) }
  }
}
