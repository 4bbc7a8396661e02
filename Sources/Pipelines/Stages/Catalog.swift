/// Every stage there is, in the order in which help lists them.
public enum StageCatalog {
  public static let all: [any Stage.Type] = [
    Rename.self, Select.self, Filter.self, Sort.self, With.self, Convert.self, Expect.self, Dedupe.self,
    Fill.self,
    GroupBy.self, JoinStage.self, JoinAsOf.self, Resample.self, Normalize.self, Split.self,
    BatchesStage.self,
  ]
}
