import Report
import Testing

@Suite struct NearestTests {
  @Test func findsSlipsOfTheFinger() {
    #expect(nearest(to: "epoch", among: ["epochs", "lr", "seed"]) == ["epochs"])
    #expect(nearest(to: "untis", among: ["units", "line", "print"]) == ["units"])
  }

  @Test func findsNothingWhereNothingIsNear() {
    #expect(nearest(to: "zebra", among: ["epochs", "lr"]) == [])
    #expect(nearest(to: "", among: ["a"]) == [])
  }
}
