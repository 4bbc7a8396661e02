internal import LuaBridge
internal import Report

extension Module {
  /// Figures of tables, simplest first.
  static var plots: Module {
    Module("plot", Text(en: "figures: in the terminal, as SVG, in a report", zh: "绘图：终端显示、SVG、报告")) {
      plotHistogram
      plotBar
      plotBox
      plotLine
      plotScatter
      plotCorrelation
      plotHeatmap
      plotControlChart
      plotConfusion
      plotROC
      plotImage
      figureType
    }
  }

  /// Pictures in memory.
  static var images: Module {
    Module("image", Text(en: "pictures: read, resize, write", zh: "图像：读取、缩放、保存")) {
      imageOpen
      imageFrom
      pictureType
    }
  }

  /// Reports as one HTML file.
  static var reports: Module {
    Module("report", Text(en: "reports: one HTML file with tables and plots", zh: "报告：含表格和图的单个 HTML 文件")) {
      report
      reportType
    }
  }
}
