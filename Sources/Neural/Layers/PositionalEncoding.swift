internal import Glibc
public import Tensors

/// Adds to each place of a series where it stands, as sines and cosines of growing wavelength (Vaswani et al., 2017,
/// section 3.5): attention alone does not see the order. [length, width] keeps its shape.
public final class PositionalEncoding: Layer {
  public static let kind = "PositionalEncoding"
  private var table: Tensor?

  public init() {}

  public init(settings: Settings, parts: [any Layer]) throws {}

  public var settings: Settings { Settings() }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 2 else { throw LayerFault.series(self, input) }
    let width = input[1]
    table = .filled(input) { values in
      for place in values.indices {
        let (row, column) = place.quotientAndRemainder(dividingBy: width)
        let angle = Double(row) / pow(10_000, Double(column / 2 * 2) / Double(width))
        values[place] = Float(column % 2 == 0 ? sin(angle) : cos(angle))
      }
    }
    return input
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try x + table.built }
}
