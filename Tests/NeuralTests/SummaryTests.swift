import Neural
import Report
import Tensors
import Testing

@Suite struct SummaryTests {
  @Test func aNetworkShowsShapesParametersAndMultiplyAdds() throws {
    let network = Network(
      Sequential([
        try Conv2d(16, kernel: (3, 3), padding: .exact(1, 1)), BatchNorm2d(), ReLU(), try MaxPool2d((2, 2)),
        Flatten(), try Linear(10),
      ]))
    try network.build([8, 8, 1])
    let lines = network.text(on: Surface()).split(separator: "\n")
    #expect(
      lines.dropLast().joined(separator: "\n") == """
        layer                                output      parameters  multiply-adds
        input                                8 x 8 x 1
        Conv2d(16, kernel = 3, padding = 1)  8 x 8 x 16         160          9,216
        BatchNorm2d                          8 x 8 x 16          32
        ReLU                                 8 x 8 x 16
        MaxPool2d(2)                         4 x 4 x 16
        Flatten                              256
        Linear(10)                           10               2,570          2,560
        total                                                 2,762         11,776
        """)
    // How many bytes depends on the processor and the number of threads.
    let memory = try #require(lines.last)
    #expect(memory.hasPrefix("memory: ") && memory.contains(" to train a batch of 32, "))
    let use = try #require(try network.memoryUse())
    #expect(use.training > use.inference && use.inference >= 8 * 8 * 16 * 4)
  }

  @Test func resnet8HasTheParametersOfItsPaper() throws {
    let network = try Models.resnet(depth: 8, classes: 10)
    try network.build([32, 32, 3])
    #expect(network.outputShape == [10])
    #expect(network.parameterCount == 78_042)
  }

  @Test func aBatchThatNoMachineHoldsIsAFaultAndNoCrash() throws {
    let network = Network(Sequential([try Conv2d(4, kernel: (1, 1))]))
    try network.build([65_536, 65_536, 3])
    let fault = #expect(throws: Fault.self) { try network.memoryUse() }
    #expect(fault?.code == .memory)
    #expect(network.text(on: Surface()).contains("batch: a tensor [32, 65536, 65536, 3] needs 1649.3 GB"))
  }

  @Test func aNetworkWithNothingToLearnTakesNoMemoryToTrain() throws {
    let network = Network(Sequential([ReLU()]))
    try network.build([4])
    #expect(try network.memoryUse() == nil)
  }
}
