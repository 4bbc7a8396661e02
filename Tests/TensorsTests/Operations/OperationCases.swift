/// Every operation, simplest first; the families stand in files of their own.
let operationCases: [OperationCase] =
  elementwiseCases + broadcastCases + reductionCases + movementCases + productCases + convolutionCases
  + poolingCases + resizingCases + normalizationCases + recurrentCases + lossCases + arrayOperationCases
  + linearAlgebraCases
