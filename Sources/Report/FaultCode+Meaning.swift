extension Fault.Code {
  /// What faults of this kind have in common, and what to do: the answer to `? fault.range`.
  public var meaning: Text {
    switch self {
    case .usage:
      Text(
        en: "the line is not as Lua or the function wants it; nothing was run",
        zh: "写法不符合 Lua 或该函数的要求；没有执行任何操作")
    case .arguments:
      Text(en: "a script was called with words it does not take", zh: "脚本收到了不接受的参数")
    case .name:
      Text(en: "a name that is not there; near names are offered", zh: "名称不存在；会提示相近的名称")
    case .type:
      Text(en: "a value of another kind than is wanted", zh: "值的类型不符")
    case .range: Text(en: "a number outside the range that makes sense", zh: "数值超出合理范围")
    case .shape: Text(en: "sizes that do not go together", zh: "尺寸不匹配")
    case .file: Text(en: "a file that cannot be found, read or written", zh: "文件找不到、读不了或写不了")
    case .format: Text(en: "a file whose content is not what its name says", zh: "文件内容与格式不符")
    case .encoding:
      Text(
        en: "text in another encoding; give encoding = \"gb18030\" or what the system exports",
        zh: "文本编码不同；请给出 encoding = \"gb18030\" 或导出系统使用的编码")
    case .data: Text(en: "a value in the data that cannot be read as what its column is", zh: "数据中的值不符合其列的类型")
    case .contract: Text(en: "rows that break a data contract", zh: "数据行违反数据合同")
    case .model: Text(en: "a network that does not fit the data", zh: "网络与数据不匹配")
    case .memory: Text(en: "more memory than there is", zh: "内存不足")
    case .network: Text(en: "another computer that does not answer", zh: "另一台计算机没有应答")
    case .requirement:
      Text(en: "a figure that a script requires was missed (exit code 4)", zh: "脚本要求的指标未达到（退出码 4）")
    case .reproduction:
      Text(en: "a run or an output came out otherwise than before (exit code 5)", zh: "运行或输出与之前不一致（退出码 5）")
    case .interrupted: Text(en: "Ctrl-C; all values are as they were", zh: "已按 Ctrl-C 中断；所有值保持不变")
    case .limit: Text(en: "a limit of size, depth or time", zh: "超出大小、深度或时间限制")
    case .ours:
      Text(en: "a fault of plantsh itself, not yours; the session goes on", zh: "plantsh 自身的错误，不是您的；会话继续")
    }
  }
}
