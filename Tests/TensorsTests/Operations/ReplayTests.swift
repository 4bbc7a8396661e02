import Tensors
import Testing

@Suite struct ReplayTests {
  @Test(arguments: arrayOperationCases) func aProgramGivesWhatTheOperationGives(_ test: OperationCase) throws
  {
    let samples = test.samples().map(\.single)
    let program = try Program(inputs: samples.map(\.shape)) { [try -test.run($0)] }
    let turned = try samples.map { try $0.flipped() }
    for inputs in [turned, samples] {
      try program.run(inputs)
      #expect(program.results[0].list == (try -test.run(inputs)).list)
    }
  }

  @Test(arguments: linearAlgebraCases) func whatFollowsFromValuesIsNotTraced(_ test: OperationCase) {
    #expect(throws: UntraceableError.self) {
      try Program(inputs: test.inputs.map(\.shape)) { [try test.run($0)] }
    }
  }

  @Test func howManyValuesAMaskTakesIsNotTraced() {
    #expect(throws: UntraceableError.self) { try Program(inputs: [[3]]) { [try $0[0].masked($0[0])] } }
    #expect(throws: UntraceableError.self) { try Program(inputs: [[3]]) { [try $0[0].unique().values] } }
    #expect(throws: UntraceableError.self) { try Program(inputs: [[3]]) { [try $0[0].nonzeroPlaces()] } }
  }
}
