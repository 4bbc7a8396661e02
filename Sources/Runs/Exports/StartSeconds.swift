internal import PlantData

extension RunRecord {
  /// When the run started, in seconds since 1970.
  var startSeconds: Double { (Timestamp(started)?.microseconds).map { Double($0) / 1e6 } ?? 0 }
}
