import PlantData
import Testing

@Suite struct TableFileColumnTests {
  @Test func everyRowNamesItsFile() throws {
    let table = try Table(
      [Column("x", [1, 2])], provenance: Provenance(file: "runs/experiment_01.csv", firstRow: 2, count: 2))
    #expect(try table.namingFiles("run")["run"]?.cells == ["experiment_01", "experiment_01"])
  }

  @Test func rowsOfNoFileHaveNone() throws {
    #expect(try Table([Column("x", [1])]).namingFiles("run")["run"]?.missing == 1)
  }
}
