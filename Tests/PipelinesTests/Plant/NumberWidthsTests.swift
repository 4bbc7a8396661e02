import CSQLite
import Pipelines
import PlantData
import Testing

@Suite struct NumberWidthsTests {
  let scratch = Scratch()

  /// The serials of a line's units whose database holds these.
  func serials(_ given: [String]) throws -> [String] {
    var handle: OpaquePointer?
    sqlite3_open(scratch.path + "/mes.db", &handle)
    let rows = given.map { "('\($0)')" }.joined(separator: ", ")
    sqlite3_exec(handle, "create table units (SN text); insert into units values \(rows)", nil, nil, nil)
    sqlite3_close(handle)
    let text = """
      return line { name = "l", mes = sqlite { "mes.db" },
        unit { serial = { mes.units.SN, match = { "upper", "strip zeros" } } } }
      """
    let line = try Line(contentsOf: scratch.write(text, to: "l.plant.lua"))
    return try line.units().column("serial").cells.map(\.words)
  }

  @Test func aShortSerialIsSpeltLikeItsNeighbours() throws {
    #expect(
      try serials(["SN000012", "sn13", "SN000014", "SN0000015"])
        == ["SN000012", "SN000013", "SN000014", "SN000015"])
  }

  @Test func serialsThatNoneWritesWithZerosStay() throws {
    #expect(try serials(["A1", "A120", "A121", "B01", "B2"]) == ["A1", "A120", "A121", "B01", "B02"])
  }
}
