public import LuaBridge

/// Everything that Lua can call, family by family.
///
///     let session = Session(modules: Toolbox.modules)
public enum Toolbox {
  /// One line a family, in the order in which help lists them.
  public static var modules: [Module] {
    [
      .shell,
      .sources,
      .plants,
      .pipelines,
      .tables,
      .tensors,
      .networks,
      .models,
      .training,
      .images,
      .plots,
      .reports,
      .simulation,
    ]
  }
}
