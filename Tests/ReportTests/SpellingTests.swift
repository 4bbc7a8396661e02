import Report
import Testing

@Suite struct SpellingTests {
  @Test func letterCaseAndJointsAreFree() {
    #expect(nearest(to: "groupby", among: ["group_by", "sort"]) == ["group_by"])
    #expect(nearest(to: "Conv2D", among: ["Conv1d", "Conv2d"]).first == "Conv2d")
  }

  @Test func wordsOfTheSameMeaningAreNear() {
    #expect(nearest(to: "where", among: ["head", "filter", "with"]).first == "filter")
    #expect(nearest(to: "delimiter", among: ["decimal", "separator"]).first == "separator")
    #expect(nearest(to: "均值", among: ["max", "mean"]) == ["mean"])
  }

  @Test func pinyinFindsChinese() {
    #expect(nearest(to: "wendu", among: ["扭矩", "温度", "速度"]) == ["温度"])
    #expect(nearest(to: "niuju", among: ["扭矩", "温度"]) == ["扭矩"])
    #expect(nearest(to: "温渡", among: ["扭矩", "温度"]) == ["温度"])
  }

  @Test func abbreviationsAreNearAndStrangersAreNot() {
    #expect(nearest(to: "spd", among: ["speed", "result"]) == ["speed"])
    #expect(nearest(to: "xyz", among: ["speed", "result"]) == [])
    #expect(nearest(to: "", among: ["speed"]) == [])
  }
}
