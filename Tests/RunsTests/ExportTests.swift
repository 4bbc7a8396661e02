import Foundation
import Report
import Runs
import Testing

@Suite(.serialized) struct ExportTests {
  /// Reads TFRecord frames: length, checksum, bytes, checksum.
  @Test func tensorBoardsFileHasAFrameForEachFigure() throws {
    let folder = try TemporaryFolder()
    let recorder = try RunRecorderTests().recorder(in: folder)
    for step in 1...5 { recorder.note(Metric("train_loss", 1 / Double(step), step: step)) }
    try recorder.finish(.success, fault: nil, parameters: [:], seed: 7)
    let files = try TensorBoardExport.write([recorder.folder], to: folder.path + "/logs")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: files[0])))
    var place = 0, frames = 0
    while place < bytes.count {
      let length = bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      place += 8 + 4 + length + 4
      frames += 1
    }
    #expect(place == bytes.count)
    #expect(frames == 6)
    // RFC 3720 gives the checksum of 32 zero bytes; the version event's is known from TensorFlow's own files.
    #expect(String(decoding: bytes, as: UTF8.self).contains("brain.Event:2"))
  }

  @Test func mlflowsStoreHasParametersMetricsAndFiles() throws {
    let folder = try TemporaryFolder()
    let recorder = try RunRecorderTests().recorder(in: folder)
    recorder.note(Metric("train_loss", 0.5, step: 1))
    try recorder.finish(.success, fault: nil, parameters: ["lr": "0.1"], seed: 7)
    let store = folder.path + "/mlruns"
    try MLflowExport.write([recorder.folder], to: store)
    try MLflowExport.write([recorder.folder], to: store)
    let experiments = try FileManager.default.contentsOfDirectory(atPath: store)
    #expect(experiments.count == 1)
    let runs = try FileManager.default.contentsOfDirectory(atPath: store + "/" + experiments[0])
    #expect(runs.count == 2)
    let run = try #require(runs.first { $0 != "meta.yaml" })
    let path = [store, experiments[0], run].joined(separator: "/")
    #expect(try String(contentsOfFile: path + "/params/lr", encoding: .utf8) == "0.1")
    #expect(try String(contentsOfFile: path + "/metrics/train_loss", encoding: .utf8).hasSuffix(" 0.5 1\n"))
    #expect(FileManager.default.fileExists(atPath: path + "/artifacts/script.lua"))
  }
}
