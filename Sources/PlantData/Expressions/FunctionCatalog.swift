public import Report

/// A function that expressions know: its name, how it is called, and what it gives.
public struct ExpressionFunction: Sendable {
  public let name: String
  /// As it is written: `round(x, digits)`.
  public let usage: String
  /// How many arguments it takes.
  public let arguments: ClosedRange<Int>
  public let help: Text

  init(_ usage: String, _ arguments: ClosedRange<Int>, en: String, zh: String) {
    name = String(usage.prefix { $0 != "(" })
    self.usage = usage
    self.arguments = arguments
    help = Text(en: en, zh: zh)
  }

  public static let all: [ExpressionFunction] = [
    .init("abs(x)", 1...1, en: "the size of a number", zh: "绝对值"),
    .init("min(a, b, ...)", 2...8, en: "the smallest in the row", zh: "同一行中的最小值"),
    .init("max(a, b, ...)", 2...8, en: "the largest in the row", zh: "同一行中的最大值"),
    .init("floor(x)", 1...1, en: "rounded down", zh: "向下取整"),
    .init("ceil(x)", 1...1, en: "rounded up", zh: "向上取整"),
    .init("round(x, digits)", 1...2, en: "rounded to a number of places", zh: "四舍五入到指定位数"),
    .init("sqrt(x)", 1...1, en: "the square root", zh: "平方根"),
    .init("exp(x)", 1...1, en: "e to the power x", zh: "e 的 x 次方"),
    .init("log(x, base)", 1...2, en: "the logarithm, natural unless a base is given", zh: "对数，默认自然对数"),
    .init("convert(x, 'unit')", 2...2, en: "the number in another unit", zh: "换算成另一个单位"),
    .init("if_else(condition, a, b)", 3...3, en: "a where the condition holds, else b", zh: "条件成立取 a，否则取 b"),
    .init("is_null(x)", 1...1, en: "is the value missing?", zh: "是否缺失"),
    .init("is_nan(x)", 1...1, en: "is it no number, as 0/0 gives?", zh: "是否非数（如 0/0 的结果）"),
    .init("fill(x, value)", 2...2, en: "the value where x is missing", zh: "缺失处填入指定值"),
    .init("lower(text)", 1...1, en: "in small letters", zh: "转为小写"),
    .init("upper(text)", 1...1, en: "in capital letters", zh: "转为大写"),
    .init("trim(text)", 1...1, en: "without the space around it", zh: "去掉首尾空白"),
    .init(
      "sub(text, first, last)", 2...3,
      en: "its letters from first to last, counted from 1; negative from the end",
      zh: "取第 first 到 last 个字符，从 1 数起，负数从末尾数"),
    .init("starts_with(text, 'R1')", 2...2, en: "does the text start so?", zh: "是否以此开头"),
    .init("ends_with(text, 'mm')", 2...2, en: "does the text end so?", zh: "是否以此结尾"),
    .init("contains(text, 'temp')", 2...2, en: "does the text hold this?", zh: "是否包含"),
    .init(
      "match(text, '^SN[0-9]+$')", 2...2, en: "does the text match the POSIX regular expression?",
      zh: "是否匹配 POSIX 正则表达式"),
    .init("seconds(b - a)", 1...1, en: "a duration in seconds", zh: "以秒表示的时长"),
    .init("year(time)", 1...1, en: "the year, in the column's zone", zh: "年（按该列时区）"),
    .init("month(time)", 1...1, en: "the month, 1 to 12", zh: "月，1 到 12"),
    .init("day(time)", 1...1, en: "the day of the month", zh: "日"),
    .init("weekday(time)", 1...1, en: "1 is Monday, 7 is Sunday", zh: "星期，1 为周一，7 为周日"),
    .init("hour(time)", 1...1, en: "the hour, 0 to 23", zh: "时，0 到 23"),
    .init("minute(time)", 1...1, en: "the minute, 0 to 59", zh: "分，0 到 59"),
    .init("second(time)", 1...1, en: "the second, 0 to 59", zh: "秒，0 到 59"),
  ]

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
