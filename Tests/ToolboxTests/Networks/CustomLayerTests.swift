import Glibc
import LuaBridge
import Report
import Testing
import Toolbox

@Suite struct CustomLayerTests {
  private func interpreter() -> Interpreter {
    let interpreter = Interpreter()
    interpreter.install(Toolbox.modules)
    return interpreter
  }

  private func words(_ code: String) throws -> String {
    let values = try interpreter().run("return tostring((function() \(code)\nend)())")
    guard case .string(let words) = values.first else { return "" }
    return words
  }

  private func fault(_ code: String) -> Fault? {
    do {
      _ = try interpreter().run(code)
      return nil
    } catch {
      return error as? Fault
    }
  }

  private static let layer = """
    nn.Layer {
      weights = { w = { 3, 2 }, b = tensor.new { 1, 2 } },
      forward = function(x, w)
        return x:matmul(w.w) + w.b
      end,
    }
    """

  @Test func aLayerOfTensorFunctionsWorksInANetwork() throws {
    #expect(
      try words(
        "local net = nn.Sequential { \(Self.layer), nn.ReLU() }; return #net(tensor.ones { 4, 3 })[1]")
        == "2")
    #expect(
      try words("return \(Self.layer):summary { 3 }").contains("Layer(weights = {…})  2"))
  }

  @Test func aModelFileKeepsTheFunctionsText() throws {
    let path = "/tmp/plantsh-custom-\(getpid())-\(UInt64.random(in: 0 ... .max)).plantsh"
    defer { unlink(path) }
    let code = """
      local net = nn.Sequential { \(Self.layer), nn.Linear(2) }
      local x = tensor.new { { 1, 2, 3 } }
      local before = net(x)
      net:save "\(path)"
      local again = nn.load "\(path)"
      again:save "\(path)"
      return (nn.load "\(path)"(x) - before):abs():sum():item()
      """
    #expect(try words(code) == "0.0")
  }

  @Test func aFunctionWithAVariableFromOutsideIsNotSaved() {
    let fault = fault(
      """
      local k = 2
      local net = nn.Layer { forward = function(x) return k * x end }
      net(tensor.ones { 1, 3 })
      net:save "/tmp/none.plantsh"
      """)
    #expect(
      fault?.what.en == "a layer's function uses 'k' from outside, which a model file cannot hold")
  }

  @Test func aFunctionWithAGlobalOfTheUserIsNotSaved() {
    let fault = fault(
      """
      scale, x = 3, 4
      local net = nn.Layer {
        forward = function(x)
          local y = math.max(1, 2) * x
          return scale * tensor.concat({ y, x }, { axis = 2 })
        end,
      }
      net(tensor.ones { 1, 3 })
      net:save "/tmp/none.plantsh"
      """)
    #expect(
      fault?.what.en == "a layer's function uses 'scale' from outside, which a model file cannot hold")
  }

  @Test func twoFunctionsOnOneLineAreNotToldApart() {
    let fault = fault(
      """
      local net = nn.Sequential { nn.Layer { forward = function(x) return x end }, nn.Layer { forward = function(x) return 2 * x end } }
      net(tensor.ones { 1, 3 })
      net:save "/tmp/none.plantsh"
      """)
    #expect(fault?.what.en.contains("is not known") == true)
  }

  @Test func aFaultInsideTheFunctionComesOut() {
    let fault = fault(
      "return nn.Layer { forward = function(x) return x + tensor.ones { 7 } end }:summary { 3 }")
    #expect(fault?.what.en == "+: shapes [1, 3] and [7] do not fit")
  }

  @Test func aFunctionThatGivesNoTensorIsNamed() {
    let fault = fault("return nn.Layer { forward = function(x) return 3 end }:summary { 3 }")
    #expect(fault?.what.en.hasPrefix("the function's result: ") == true)
  }

  @Test func aWeightThatIsNoShapeIsNamed() {
    let fault = fault(
      "return nn.Layer { weights = { w = \"big\" }, forward = function(x, w) return x end }")
    #expect(fault?.what.en == "nn.Layer: weight 'w' is neither a shape nor a tensor")
  }
}
