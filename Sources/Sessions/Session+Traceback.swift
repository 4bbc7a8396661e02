internal import LuaBridge
internal import Report

extension Session {
  /// The calls that led to the last fault and what a library said of it, for whoever asks: `traceback()`.
  public var traceback: HelpPage {
    guard let fault = lastFault, !fault.details.isEmpty else {
      return HelpPage([.heading(Text(en: "no calls to show", zh: "没有可显示的调用"))])
    }
    return HelpPage([.heading(fault.what), .code(fault.details.joined(separator: "\n"))])
  }

  /// The fault with `traceback()` to try, where one call led to another and nothing better is known.
  static func offeringTraceback(_ fault: Fault) -> Fault {
    let calls = fault.details.count { $0.hasPrefix("at ") }
    let isUsage = [.usage, .arguments, .interrupted, .requirement].contains(fault.code)
    guard fault.remedy == nil, calls > 2, !isUsage else { return fault }
    var fault = fault
    fault.remedy = "traceback()"
    return fault
  }
}
