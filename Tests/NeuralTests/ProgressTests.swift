import Neural
import Report
import Testing

@Suite struct ProgressTests {
  @Test func historyShowsAColumnForEachFigureThereIs() throws {
    var options = TrainingOptions()
    options.epochs = 2
    let network = try Models.mlp(hidden: [4])
    let history = try network.fit(Samples.stripes(16), options)
    let lines = history.text(on: Surface()).split(separator: "\n")
    #expect(lines[1].split(separator: " ").map(String.init) == ["epoch", "loss", "accuracy", "samples/s"])
    #expect(lines.count == 4)
  }
}
