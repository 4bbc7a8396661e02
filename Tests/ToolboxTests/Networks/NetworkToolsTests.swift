import LuaBridge
import Report
import Testing
import Toolbox

@Suite struct NetworkToolsTests {
  private func interpreter() -> Interpreter {
    let interpreter = Interpreter()
    interpreter.install(Toolbox.modules)
    return interpreter
  }

  /// The values that a chunk gives, as words.
  private func words(_ code: String) throws -> String {
    let values = try interpreter().run("return tostring((function() \(code) end)())")
    guard case .string(let words) = values.first else { return "" }
    return words
  }

  private func fault(_ code: String) -> String {
    do {
      _ = try interpreter().run(code)
      return "no fault"
    } catch let fault as Fault {
      return fault.what.en
    } catch {
      return "\(error)"
    }
  }

  @Test func tensorsComputeWithNumbersAndTensors() throws {
    let code = "local t = tensor.new { { 1, 2 }, { 3, 4 } }; return (2 * t + t ^ 2):sum():item()"
    #expect(try words(code) == "50.0")
  }

  @Test func indicesAndAxesCountFromOne() throws {
    #expect(try words("return tensor.new { { 1, 2 }, { 3, 4 } }[2][1]") == "3.0")
    #expect(try words("return tensor.new { { 1, 2 }, { 3, 4 } }:sum(1)[2]") == "6.0")
    #expect(try words("return tensor.new { { 1, 9 }, { 3, 4 } }:argmax()[1]") == "2.0")
  }

  @Test func gradientsReachLua() throws {
    let code = "local w = tensor.new { 3 }:parameter(); (w * w):backward(); return w.gradient[1]"
    #expect(try words(code) == "6.0")
  }

  @Test func shapesThatDoNotFitAreNamed() {
    #expect(
      fault("return tensor.ones { 2, 3 } + tensor.ones { 4 }") == "+: shapes [2, 3] and [4] do not fit")
    #expect(
      fault("return tensor.ones { 2, 3 }:sum(3)") == "sum: axis 3 of [2, 3], which has axes 1 .. 2")
  }

  @Test func aNetworkIsTypedAsItIsShown() throws {
    let code = """
      return nn.Sequential {
        nn.Conv2d { 16, kernel = 3, padding = 1 }, nn.BatchNorm2d(), nn.ReLU(), nn.MaxPool2d(2),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3),
      }:summary { 8, 8, 1 }
      """
    let text = try words(code)
    #expect(text.contains("Conv2d(16, kernel = 3, padding = 1)  8 x 8 x 16"))
    #expect(text.contains("Linear(3)"))
  }

  @Test func aNetworkAppliesItselfToATensor() throws {
    #expect(try words("return #models.lenet { classes = 4 }(tensor.ones { 2, 28, 28, 1 })") == "2")
  }

  @Test func layersThatDoNotFitNameThemselves() {
    #expect(
      fault("return nn.Sequential { nn.Linear(3), nn.Conv2d(4) }:summary { 8 }")
        == "Conv2d(4, kernel = 3) is given [3], wanted [height, width, channels]")
  }

  @Test(arguments: ["nn.Flatten()", "nn.ReLU()", "nn.LayerNorm()", "nn.Linear(3)"])
  func aSampleThatNoMachineHoldsIsAFault(_ layer: String) {
    let found = fault("return \(layer):summary { 65536, 65536, 65536, 65536 }")
    #expect(found.hasPrefix("summary: a sample [65536, 65536, 65536, 65536] takes "))
  }
}
