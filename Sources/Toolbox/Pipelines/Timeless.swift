internal import LuaBridge
internal import PlantData
internal import Report

extension Table {
  /// The account of a pipeline's stages, without how long they took where that must not be shown.
  func account(for lua: Interpreter) throws -> Table { lua.surface.timeless ? try drop(["time"]) : self }
}
