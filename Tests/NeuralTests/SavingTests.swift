import Neural
import Randomness
import Report
import Tensors
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct SavingTests {
  /// Runs `body` with the path of a saved network that has been trained a little.
  private func withModel(_ body: (String, Network) throws -> Void) throws {
    let path = "/tmp/plantsh-model-\(getpid())-\(UInt64.random(in: 0 ... .max)).plantsh"
    defer { unlink(path) }
    let network = try Samples.stripeLearner()
    var options = TrainingOptions()
    options.epochs = 1
    try network.fit(Samples.stripes(16), options)
    network.preprocessing = "{\"size\":[8,8]}"
    try network.save(path)
    try body(path, network)
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var all = [UInt8](repeating: 0, count: 1 << 20)
    all.removeLast(all.count - fread(&all, 1, all.count, file))
    return all
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  @Test func aLoadedNetworkSaysTheSame() throws {
    try withModel { path, network in
      let loaded = try Network.load(path)
      let source = try Samples.stripes(6, seed: 3)
      #expect(try loaded.predict(source).list == network.predict(source).list)
      #expect(loaded.classes == ["wide", "tall"])
      #expect(loaded.preprocessing == "{\"size\":[8,8]}")
      #expect(loaded.text(on: Surface()) == network.text(on: Surface()))
    }
  }

  @Test func savingTwiceGivesTheSameBytes() throws {
    try withModel { path, network in
      let first = try bytes(path)
      try Network.load(path).save(path)
      #expect(try bytes(path) == first)
    }
  }

  @Test func equalSeedsGiveEqualFiles() throws {
    try withModel { first, _ in
      try withModel { second, _ in try #expect(bytes(first) == bytes(second)) }
    }
  }

  @Test func aCutFileIsRefusedWhereverItIsCut() throws {
    try withModel { path, _ in
      let whole = try bytes(path)
      var generator = SeededGenerator(seed: 5)
      for _ in 0..<60 {
        try write(Array(whole.prefix(generator.below(whole.count))), path)
        #expect(throws: Fault.self) { try Network.load(path) }
      }
    }
  }

  @Test func aFlippedBitIsFoundWhereverItIs() throws {
    try withModel { path, _ in
      let whole = try bytes(path)
      var generator = SeededGenerator(seed: 6)
      for _ in 0..<60 {
        var damaged = whole
        damaged[generator.below(whole.count)] ^= UInt8(1 << generator.below(8))
        try write(damaged, path)
        #expect(throws: Fault.self) { try Network.load(path) }
      }
    }
  }

  @Test func aNewerFormatIsNamed() throws {
    try withModel { path, _ in
      var newer = try bytes(path)
      newer[8] = 9
      try write(newer, path)
      #expect {
        try Network.load(path)
      } throws: { error in
        (error as? Fault)?.what.en
          == "the model was saved by a newer plantsh (format 9, this one reads up to 1)"
      }
    }
  }

  @Test func aFileThatIsNoModelIsNamed() throws {
    try withModel { path, _ in
      try write(Array("serial,station\nSN1,R1\nSN2,R2\n".utf8), path)
      #expect {
        try Network.load(path)
      } throws: { error in
        (error as? Fault)?.what.en == "this is not a plantsh model"
      }
    }
  }

  @Test func aMissingFileIsNamed() throws {
    #expect {
      try Network.load("/tmp/no-such-folder/line3.plantsh")
    } throws: { error in
      (error as? Fault)?.description == "/tmp/no-such-folder/line3.plantsh: no such file"
    }
  }

  @Test func anUntrainedNetworkIsNotSaved() throws {
    #expect(throws: Fault.self) { try Samples.stripeLearner().save("/tmp/none.plantsh") }
  }
}
