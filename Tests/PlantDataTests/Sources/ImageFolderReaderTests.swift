import PlantData
import Report
import Testing

@Suite struct ImageFolderReaderTests {
  let scratch = Scratch()

  @Test func subfoldersAreLabels() throws {
    for name in ["scratch", "oxide scale"] {
      scratch.folder(name)
      for i in 1...2 { _ = scratch.write("png", to: "\(name)/\(i).png") }
    }
    let reading = try ImageFolderReader.read(scratch.path)
    #expect(try reading.table.column("label").cells == ["oxide scale", "oxide scale", "scratch", "scratch"])
    #expect(try reading.table.column("image")[0] == .image(.file(scratch.path + "/oxide scale/1.png")))
    #expect(reading.table.provenance?[3]?.file == scratch.path + "/scratch/2.png")
  }

  @Test func aPatternGivesColumnsAndOddFilesAreListed() throws {
    for name in ["SN1_1.png", "SN1_2.png", "odd.png", "readme.txt"] { _ = scratch.write("x", to: name) }
    let reading = try ImageFolderReader.read(scratch.path, pattern: "{serial}_{n}.png")
    #expect(try reading.table.column("serial").cells == ["SN1", "SN1"])
    #expect(try reading.table.column("n").cells == ["1", "2"])
    #expect(reading.quarantine.map(\.text) == ["odd.png", "readme.txt"])
  }

  @Test func labelsComeFromAFile() throws {
    for name in ["a.png", "b.png"] { _ = scratch.write("x", to: name) }
    let labels = scratch.write("file,label\nb.png,NG\n", to: "labels.csv")
    let table = try ImageFolderReader.read(scratch.path, labels: labels).table
    #expect(try table.column("label").cells == [nil, "NG"])
  }

  @Test func labelsAndImagesThatDoNotMeetAreTold() throws {
    scratch.folder("cam")
    for name in ["a.png", "b.png", "c.png"] { _ = scratch.write("x", to: "cam/" + name) }
    let labels = scratch.write(
      "file,label\nb.png,NG\nz.png,OK\na.png,OK\nb.png,OK\nc.png\n", to: "labels.csv")
    let reading = try ImageFolderReader.read(scratch.path + "/cam", labels: labels)
    #expect(try reading.table.column("label").cells == ["OK", "NG", nil])
    let refused = reading.quarantine.filter { $0.file == labels }
    #expect(refused.map(\.row) == [6, 3])
    #expect(refused.last?.value == "z.png")
    let notes = reading.table.notes.map(\.en)
    #expect(notes.contains("\(labels): 1 images have no row of labels"))
    #expect(notes.contains("\(labels): 1 rows repeat a file, the first counts"))
  }

  @Test func anEmptyFolderIsAFault() {
    let fault = #expect(throws: Fault.self) { try ImageFolderReader.read(scratch.path) }
    #expect(fault?.code == .file)
    #expect(throws: Fault.self) { try ImageFolderReader.read(scratch.path + "/none") }
  }

  @Test(arguments: ["{", "{a}{b}.png", "x.png", "{a}_{a}.png", "{}"])
  func aPatternThatIsNoneIsAFault(_ pattern: String) {
    #expect(throws: Fault.self) { try FileNamePattern(pattern) }
  }

  @Test func patternsMatchWholeNames() throws {
    let pattern = try FileNamePattern("cam{n}-{serial}.png")
    #expect(pattern.match("cam1-SN_7.png") == ["1", "SN_7"])
    #expect(pattern.match("cam-SN.png") == nil)
    #expect(pattern.match("cam1-SN.png.bak") == nil)
  }
}
