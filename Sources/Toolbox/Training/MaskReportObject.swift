public import Inspection
public import LuaBridge
public import Report

extension MaskReport: LuaClass {
  public static var luaName: String { "mask_quality" }
  public static var luaTitle: Text { Text(en: "evaluation of masks", zh: "掩膜评估结果") }
}

var maskType: ObjectType<MaskReport> {
  ObjectType(
    MaskReport.self, Text(en: "how well found masks cover those that are there", zh: "找到的掩膜与真实掩膜的重合程度"),
    given: """
      local function write(name, bytes) local f = io.open(name, "wb") f:write(bytes) f:close() end
      write("photos.idx", "\\0\\0\\8\\3\\0\\0\\0\\2\\0\\0\\0\\2\\0\\0\\0\\2" .. "\\9\\9\\1\\1\\1\\1\\9\\9")
      write("masks.idx", "\\0\\0\\8\\3\\0\\0\\0\\2\\0\\0\\0\\2\\0\\0\\0\\2" .. "\\1\\1\\0\\0\\0\\0\\1\\1")
      write("keys.idx", "\\0\\0\\8\\1\\0\\0\\0\\2\\0\\1")
      masks = data.idx("masks.idx", "keys.idx"):rename { image = "mask" }
      t = data.idx("photos.idx", "keys.idx"):join(masks, { on = "label" })
      net = models.unet { width = 4, depth = 1 }
      net:fit(t, { target = "mask", epochs = 2, seed = 1 })
      r = net:evaluate(t)
      """)
}

var maskOverlap: Property {
  Property(
    of: MaskReport.self, "iou",
    Text(en: "intersection over union of the marked pixels", zh: "标记像素的交并比"), example: "r.iou"
  ) { $0.intersectionOverUnion }
}

var maskDice: Property {
  Property(
    of: MaskReport.self, "dice",
    Text(en: "twice the intersection over the sum of both", zh: "Dice 系数：交集的两倍除以两者之和"), example: "r.dice"
  ) { $0.dice }
}

var maskPrecision: Property {
  Property(
    of: MaskReport.self, "precision", Text(en: "share of what was found that is marked", zh: "找到的像素中确有标记的比例"),
    example: "r.precision"
  ) { $0.precision }
}

var maskRecall: Property {
  Property(
    of: MaskReport.self, "recall", Text(en: "share of what is marked that was found", zh: "标记像素中被找到的比例"),
    example: "r.recall"
  ) { $0.recall }
}
