internal import Inspection
internal import LuaBridge
internal import Neural
internal import Report

extension Module {
  /// Where tables and networks meet: training, evaluation, prediction.
  static var training: Module {
    Module("training", Text(en: "train and evaluate networks on tables", zh: "在表上训练并评估网络")) {
      fit
      historyLosses
      historyQuarantine
      evaluate
      predict
      evaluationType
      evaluationAccuracy
      evaluationEscape
      evaluationOverkill
      evaluationClasses
      evaluationConfusion
      evaluationQuarantine
      evaluationFigure
      evaluationSave
      regressionType
      regressionError
      regressionDetermination
      regressionQuarantine
      maskType
      maskOverlap
      maskDice
      maskPrecision
      maskRecall
      maskQuarantine
    }
  }
}

/// A table and a network small enough for an example.
let trainingGiven = """
  t = data.table { x = { 0, 1, 2, 3, 10, 11, 12, 13 }, kind = { "low", "low", "low", "low", "high", "high", "high", "high" } }
  net = models.mlp { hidden = { 8 } }
  """

/// The same, trained.
let trainedGiven = trainingGiven + "\nnet:fit(t, { target = \"kind\", epochs = 5, batch = 4, seed = 1 })"
