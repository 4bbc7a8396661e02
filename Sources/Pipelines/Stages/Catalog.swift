/// Every stage there is, in the order in which help lists them.
public enum StageCatalog {
  public static let all: [any Stage.Type] = [
    Rename.self, Select.self, Filter.self, With.self, Convert.self, Expect.self, Normalize.self, Split.self,
    BatchesStage.self,
  ]
}
