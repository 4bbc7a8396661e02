import Glibc
import Images
import Report
import Simulation
import Testing

@Suite struct DemoPlantTests {
  @Test func sameSeedSameBytes() throws {
    let folders = try [1, 2].map { try DemoCopy(seed: 5, units: 60, label: "same\($0)") }
    let names = folders[0].names
    #expect(names.count > 60)
    #expect(names == folders[1].names)
    for name in names { #expect(folders[0].bytes(name) == folders[1].bytes(name), "\(name)") }
  }

  @Test func anotherSeedIsAnotherShift() throws {
    let (one, two) = (
      try DemoCopy(seed: 5, units: 40, label: "a"), try DemoCopy(seed: 6, units: 40, label: "b")
    )
    #expect(one.bytes("gauge.csv") != two.bytes("gauge.csv"))
  }

  @Test func itSaysThatItIsSimulated() throws {
    let copy = try DemoCopy(seed: 3, units: 40, label: "says")
    for name in ["README.md", "line3.plant.lua"] {
      let text = String(decoding: copy.bytes(name), as: UTF8.self)
      #expect(text.lowercased().contains("simulated") && text.contains("模拟数据"))
    }
  }

  @Test func historyIsInGB18030() throws {
    let copy = try DemoCopy(seed: 3, units: 40, label: "gb")
    let bytes = copy.bytes("history/2026-03-02_06.csv")
    #expect(bytes.prefix(4).elementsEqual([0xCA, 0xB1, 0xBC, 0xE4]))
    #expect(bytes.count(where: { $0 == 0x0A }) == copy.summary.samples + 1)
  }

  @Test func onePictureIsCutAndSomeAreMissing() throws {
    let copy = try DemoCopy(seed: 3, units: 60, label: "cut")
    let pictures = copy.names.filter { $0.hasPrefix("cam1/") }
    #expect(pictures.count == 59 && copy.summary.images == 59)
    let broken = pictures.filter { (try? Image(contentsOf: copy.folder + "/" + $0)) == nil }
    #expect(broken.count == 1)
    let whole = try #require(pictures.first { !broken.contains($0) })
    #expect(try Image(contentsOf: copy.folder + "/" + whole).size == "96x96")
  }

  @Test func aForeignFolderIsLeftAlone() throws {
    let folder = "/tmp/plantsh-demo-foreign-\(getpid())"
    mkdir(folder, 0o755)
    let file = try #require(fopen(folder + "/mine.txt", "w"))
    fclose(file)
    let fault = #expect(throws: Fault.self) { try DemoPlant.write(to: folder, units: 20) }
    #expect(fault?.remedy == "plantsh demo \(folder)-demo")
    #expect(access(folder + "/mine.txt", F_OK) == 0)
    unlink(folder + "/mine.txt")
    rmdir(folder)
  }

  @Test(arguments: ["notes.lua", "cam1/mine.png", "history/mine.csv"])
  func aFileOfOnesOwnBesideAnEarlierDemoIsLeftAlone(_ name: String) throws {
    let copy = try DemoCopy(
      seed: 3, units: 20, label: "own-\(name.split(separator: "/").joined(separator: "-"))")
    let before = copy.names
    let file = try #require(fopen(copy.folder + "/" + name, "w"))
    fclose(file)
    let fault = #expect(throws: Fault.self) { try DemoPlant.write(to: copy.folder, seed: 3, units: 20) }
    #expect(fault?.what.en.contains(name) == true)
    #expect(copy.names == (before + [name]).sorted())
    unlink(copy.folder + "/" + name)
  }

  @Test func anEarlierDemoIsReplaced() throws {
    let copy = try DemoCopy(seed: 3, units: 40, label: "again")
    let before = copy.names
    try DemoPlant.write(to: copy.folder, seed: 3, units: 20)
    #expect(copy.names.count < before.count)
  }
}
