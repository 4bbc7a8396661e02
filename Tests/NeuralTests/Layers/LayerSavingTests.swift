import Neural
import Report
import Tensors
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct LayerSavingTests {
  /// Builds a network of the layer, saves it and reads it again.
  private func reread(_ layer: any Layer, _ input: [Int]) throws -> (before: Network, after: Network) {
    let path = "/tmp/plantsh-layer-\(getpid())-\(UInt64.random(in: 0 ... .max)).plantsh"
    defer { unlink(path) }
    let network = Network(layer)
    try network.build(input)
    try network.save(path)
    return (network, try Network.load(path))
  }

  @Test(arguments: LayerCase.all) func aModelFileKeepsTheLayer(_ test: LayerCase) throws {
    let (before, after) = try reread(test.make(), test.input)
    let x = Tensor.full([2] + test.input, 1)
    #expect(try after.applied(to: x).list == before.applied(to: x).list)
    #expect(after.root.name == before.root.name)
  }

  @Test func everyKindOfLayerIsInTheCatalogOnce() {
    let kinds = layerCatalog.map { $0.kind }
    #expect(Set(kinds).count == kinds.count)
    for test in LayerCase.all {
      #expect(
        (try? test.make()).map { layer in kinds.contains(type(of: layer).kind) } == true, "\(test.name)")
    }
  }

  @Test func aModelWithALuaLayerNeedsLua() throws {
    let layer = try CustomLayer(
      weights: [("w", .shape([2, 3]))], text: .known("function(x, w) return x:matmul(w.w) end")
    ) { x, weights in try .matrixMultiply(x, weights[0].tensor) }
    #expect {
      _ = try reread(layer, [2])
    } throws: { error in
      (error as? Fault)?.what.en == "the model has a layer written in Lua, which only nn.load can read"
    }
  }

  @Test func aFunctionThatUsesMoreThanItsParametersIsNotSaved() throws {
    let layer = try CustomLayer(weights: [], text: .uses("scale")) { x, _ in x }
    #expect {
      _ = try reread(Sequential([layer]), [2])
    } throws: { error in
      (error as? Fault)?.what.en
        == "a layer's function uses 'scale' from outside, which a model file cannot hold"
    }
  }
}
