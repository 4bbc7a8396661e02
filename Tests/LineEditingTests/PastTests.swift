import LineEditing
import Testing

@Suite struct PastTests {
  func past(_ entries: String...) -> Past {
    var past = Past()
    for entry in entries { past.append(entry) }
    return past
  }

  @Test func upGoesToOlderEntriesAndDownComesBack() {
    var past = past("a = 1", "b = 2")
    #expect(past.older(than: "") == "b = 2")
    #expect(past.older(than: "b = 2") == "a = 1")
    #expect(past.older(than: "a = 1") == nil)
    #expect(past.newer(than: "a = 1") == "b = 2")
    #expect(past.newer(than: "b = 2") == "")
    #expect(past.newer(than: "") == nil)
  }

  @Test func onlyEntriesThatStartWithWhatWasTypedAreMet() {
    var past = past("t = data.csv 'x'", "print(t)", "t:head()")
    #expect(past.older(than: "t") == "t:head()")
    #expect(past.older(than: "t:head()") == "t = data.csv 'x'")
    #expect(past.newer(than: "t = data.csv 'x'") == "t:head()")
    #expect(past.newer(than: "t:head()") == "t")
  }

  @Test func anEditedEntryBeginsANewWay() {
    var past = past("one", "two")
    _ = past.older(than: "")
    #expect(past.newer(than: "two, edited") == nil)
    #expect(past.older(than: "o") == "one")
  }

  @Test func blankAndRepeatedEntriesAreNotKept() {
    #expect(past("a", "a", " \n", "b", "a").entries == ["a", "b", "a"])
  }

  @Test func theTailIsThatOfTheNewestEntry() {
    let past = past("print(1)", "print(22)", "温度 = t.温度")
    #expect(past.tail(after: "pri") == "nt(22)")
    #expect(past.tail(after: "温") == "度 = t.温度")
    #expect(past.tail(after: "") == nil)
    #expect(past.tail(after: "print(22)") == nil)
    #expect(past.tail(after: "other") == nil)
  }

  @Test func aSearchGoesThroughTheEntriesThatHoldTheWords() {
    var search = HistorySearch(past("a = 温度", "b = 2", "c = 温度 + 1"))
    for scalar in "温度".unicodeScalars { search.type(scalar) }
    #expect(search.found == "c = 温度 + 1")
    #expect(search.block?.cursor == 4)
    search.goOlder()
    #expect(search.found == "a = 温度")
    search.goOlder()
    #expect(search.fails && search.found == "a = 温度")
    search.goNewer()
    #expect(search.found == "c = 温度 + 1")
    search.erase()
    search.erase()
    #expect(search.words == "" && search.found == nil)
  }
}
