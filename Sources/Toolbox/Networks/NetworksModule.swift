internal import LuaBridge
internal import Report

extension Module {
  /// Layers, and what a network can do.
  static var networks: Module {
    Module("nn", Text(en: "layers of networks", zh: "神经网络的层")) {
      weightedLayers
      seriesLayers
      plainLayers
      containerLayers
      customLayer
      networkType
      historyType
    }
  }

  static var models: Module {
    Module("models", Text(en: "networks ready to be trained", zh: "现成的网络结构")) { readyModels }
  }

  static var tensors: Module {
    Module(
      "tensor", Text(en: "numbers in rows, columns and further axes", zh: "多维数组"),
      elsewhere: tensorNamesElsewhere
    ) {
      tensorCreation
      tensorRandom
      tensorType
      tensorOperators
      tensorFunctions
      tensorShapes
      tensorMovement
      tensorSlices
      tensorReductions
      tensorLogic
      tensorOrder
      tensorAlgebra
      tensorTables
    }
  }
}
