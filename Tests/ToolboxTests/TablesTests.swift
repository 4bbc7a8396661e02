import LuaBridge
import Report
import Testing
import Toolbox

@Suite struct TablesTests {
  let lua: Interpreter
  let given = """
    t = data.table { station = {"R1", "R2", "R1"}, speed = {11.5, 12, 10.5}, n = {3, 1, 2} }
    """

  init() throws {
    lua = Interpreter()
    lua.install(Toolbox.modules)
    try lua.run(given)
  }

  func value<Value: LuaReadable>(_ code: String, as: Value.Type = Value.self) throws -> Value? {
    try lua.run("answer = \(code)")
    return try lua.global("answer", as: Value.self)
  }

  func fault(_ code: String) -> String {
    do {
      try lua.run(code)
      return "no fault"
    } catch { return (error as? Fault)?.what.en ?? "\(error)" }
  }

  @Test func rowsAreCountedAndRead() throws {
    #expect(try value("#t", as: Int.self) == 3)
    #expect(try value("t.speed[2]", as: Double.self) == 12)
    #expect(try value("t.station:unique()", as: [String].self) == ["R1", "R2"])
    try lua.run("sum = 0 for row in t:rows() do sum = sum + row.speed end")
    #expect(try lua.global("sum", as: Double.self) == 34)
  }

  @Test func methodsChain() throws {
    #expect(try value(#"t:filter("speed > 11"):sort("n").n:list()"#, as: [Int].self) == [1, 3])
    #expect(try value(#"t:with { fast = "speed * 2" }.fast:max()"#, as: Double.self) == 24)
    let means = #"t:group_by({ "station" }, { mean = "mean(speed)" }):column("mean"):list()"#
    #expect(try value(means, as: [Double].self) == [11, 12])
    let joined = #"t:join(data.table { SN = {"R1"}, hall = {"A"} }, { on = { station = "SN" } })"#
    #expect(try value("#" + joined, as: Int.self) == 2)
    #expect(try value(#"#t:dedupe("station")"#, as: Int.self) == 2)
  }

  @Test func timesAreJoinedAndResampled() throws {
    try lua.run(
      """
      u = data.table { time = {"2026-03-02 06:00:00", "2026-03-02 06:00:03"}, tag = {"R1", "R1"}, value = {1.5, 2} }
      u = u:times("time", { zone = "+08:00" })
      held = u:resample("time", { every = "1 s", by = "tag", how = "hold" })
      near = u:join_asof(u, { on = "time", by = "tag", within = "2 s" })
      """)
    #expect(try value("held.value:list()", as: [Double].self) == [1.5, 1.5, 1.5, 2])
    #expect(try value("near.value_right:list()", as: [Double].self) == [1.5, 2])
  }

  @Test func wrongValuesAreNamed() {
    #expect(fault(#"t:filter "sped > 1""#).contains("no column 'sped' · did you mean speed?"))
    #expect(fault(#"t:select { "sped" }"#).contains("no column 'sped'"))
    #expect(fault("data.table { a = {1}, b = {1, 2} }").contains("a has 1 values, another column 2"))
    #expect(fault(#"data.table { a = {1, "x"} }"#).contains("a mixes integer and text"))
    #expect(fault(#"t:save "x.txt""#).contains("ends neither in .csv nor in .xlsx"))
    #expect(fault("t.station:mean()").contains("station holds text, no numbers"))
    #expect(fault(#"t:join(t, { on = 3 })"#).contains("on"))
  }
}
