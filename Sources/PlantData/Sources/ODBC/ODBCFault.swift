internal import Report

/// What the driver reports, as one fault in which the password never stands.
struct ODBCFault {
  let address: ODBCAddress
  let password: String?

  /// What was wrong with opening a connection in `environment`.
  func connecting(_ diagnostics: [ODBCDiagnostic], in environment: ODBCHandle) -> Fault {
    guard let first = diagnostics.first else { return fault(diagnostics) }
    let isUnknown = first.state == "IM002" || first.words.contains("Can't open lib")
    if isUnknown, let driver = address["Driver"], !driver.contains("/"), !environment.drivers.contains(driver)
    {
      return .unknownName(
        driver, among: environment.drivers, what: Text(en: "ODBC driver", zh: "ODBC 驱动程序"),
        whole: Text(en: "drivers", zh: "已安装"))
    }
    if isUnknown, let source = address["DSN"] {
      return .unknownName(
        source, among: environment.dataSources, what: Text(en: "data source", zh: "ODBC 数据源"),
        whole: Text(en: "data sources", zh: "现有数据源"))
    }
    return fault(diagnostics)
  }

  func fault(_ diagnostics: [ODBCDiagnostic]) -> Fault {
    let place = Place(file: address.words)
    guard let first = diagnostics.first else {
      return Fault(.data, en: "the driver fails without a word", zh: "驱动程序出错但未给出原因", at: place)
    }
    let words = hidden(first.plainWords)
    let details = diagnostics.map { hidden("\($0.state) \($0.words)") }
    let (code, en, zh) = kind(first, words)
    return Fault(code, en: "\(en): \(words)", zh: "\(zh)：\(words)", at: place, details: details)
  }

  /// The code of the fault and what it is about.
  private func kind(_ first: ODBCDiagnostic, _ words: String) -> (Fault.Code, String, String) {
    let refuses =
      ["28000", "28P01"].contains(first.state) || words.contains("password authentication failed")
    if refuses { return (.network, "the database refuses the user or the password", "数据库拒绝了该用户或密码") }
    switch first.state {
    case "01000" where words.contains("open lib"):
      return (.usage, "the driver cannot be loaded", "无法加载驱动程序")
    case "HYT00", "HYT01": return (.network, "no answer in time", "超时无应答")
    case "08S01", "08003", "08007", "57P01", "57P02", "57P03":
      return (.network, "the connection was lost, nothing was kept", "连接已中断，未保留任何数据")
    case let state where state.hasPrefix("08"): return (.network, "not reached", "无法连接")
    default:
      let isLost = ["server closed the connection", "gone away", "Lost connection", "terminating connection"]
        .contains { words.contains($0) }
      if isLost { return (.network, "the connection was lost, nothing was kept", "连接已中断，未保留任何数据") }
      return (.data, "the database says", "数据库返回错误")
    }
  }

  private func hidden(_ words: String) -> String {
    guard let password, !password.isEmpty else { return words }
    return words.replacing(password, with: "***")
  }
}
