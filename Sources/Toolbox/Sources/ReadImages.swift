internal import LuaBridge
internal import PlantData
internal import Report

/// `data.images "X-SDD/datas"`, `data.images { "cam1", pattern = "{serial}_{n}.png" }`.
var dataImages: Function {
  Function(
    "data.images", Text(en: "lists the images of a folder; subfolders are labels", zh: "列出文件夹中的图像；子文件夹名为标签"),
    .required("folder", String.self, Text(en: "the folder", zh: "文件夹")).holding(.file()),
    .optional(
      "pattern", String.self,
      Text(en: "how file names are made: \"{serial}_{n}.png\"", zh: "文件名的构成，如 \"{serial}_{n}.png\"")),
    .optional(
      "labels", String.self,
      Text(en: "a CSV file with the column file and others", zh: "含 file 列及其他列的 CSV 文件")
    ).holding(.file()),
    .interpreter,
    returns: Text(en: "a table with image, file and label", zh: "含 image、file、label 列的表"),
    example: #"return data.images { "demo/cam1", pattern = "{serial}_{n}.png" }"#,
    given: #"plant.demo("demo", { units = 20 })"#
  ) { folder, pattern, labels, interpreter in
    try ReadingResults(ImageFolderReader.read(folder, pattern: pattern, labels: labels), interpreter)
  }
}

/// `data.idx("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")`.
var dataIdx: Function {
  Function(
    "data.idx",
    Text(en: "reads images and labels of the MNIST family (idx)", zh: "读取 MNIST 系列的图像和标签（idx 格式）"),
    .required("images", String.self, Text(en: "the file of images", zh: "图像文件")).holding(.file()),
    .positional("labels", String.self, Text(en: "the file of labels", zh: "标签文件")).holding(.file()),
    .interpreter,
    returns: Text(en: "a table with image and label", zh: "含 image 和 label 列的表"),
    example: #"return data.idx("images.idx", "labels.idx")"#,
    given: """
      local function write(name, bytes) local f = io.open(name, "wb") f:write(bytes) f:close() end
      write("images.idx", "\\0\\0\\8\\3\\0\\0\\0\\1\\0\\0\\0\\2\\0\\0\\0\\2" .. "\\1\\2\\3\\4")
      write("labels.idx", "\\0\\0\\8\\1\\0\\0\\0\\1\\7")
      """
  ) { images, labels, interpreter in
    try ReadingResults(IdxReader.read(images, labels: labels), interpreter)
  }
}
