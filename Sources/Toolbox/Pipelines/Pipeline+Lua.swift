public import LuaBridge
public import Pipelines
public import Report

extension Pipeline: LuaClass {
  public static var luaName: String { "pipeline" }
  public static var luaTitle: Text { Text(en: "pipeline", zh: "处理流程") }
}

extension Parts: LuaClass {
  public static var luaName: String { "parts" }
  public static var luaTitle: Text { Text(en: "parts", zh: "划分结果") }
}

/// Lua that makes the table and the pipeline of the examples.
let givenPipeline = """
  t = data.table { serial = {"SN1", "SN2", "SN2", "SN4"}, coil = {"C1", "C1", "C2", "C3"}, speed = {11.4, 12, 10.9, 99},
    result = {"OK", "NG", "OK", "OK"} }
  p = pipeline "line 3" :expect { speed = "2 .. 20" }
  """

/// What every stage returns.
let stageReturns = Text(en: "the pipeline with one more stage", zh: "增加一个阶段后的处理流程")
