internal import Exchange
internal import Notebooks
internal import Report
internal import Sessions

extension Kernel {
  /// Runs a cell; what it shows is published as it comes.
  func execute(_ request: Message) -> JSON {
    let code = request.content["code"]?.string ?? ""
    let isSilent = request.content["silent"]?.bool ?? false
    let isKept = !isSilent && request.content["store_history"]?.bool ?? true
    if isKept {
      count += 1
      history.add(code, line: count)
      if !code.allSatisfy(\.isWhitespace) { remember(code) }
    }
    if !isSilent {
      publisher.publish(
        "execute_input", .object(["code": .string(code), "execution_count": .int(count)]))
    }
    if let page = helpPage(for: code) { return reply(payload: [page]) }
    asking = request
    Activity.begin()
    let outcome = session.evaluate(cell: code, name: "cell \(count)")
    Activity.end()
    asking = nil
    progress.end()
    streams?.drain()
    output.flush()
    if let fault = outcome.fault { return failed(fault) }
    if !isSilent, let bundle = MIMEBundle(of: outcome.values, on: session.surface) {
      if isKept { history.setOutput(bundle.json["text/plain"]?.string) }
      publisher.publish(
        "execute_result",
        .object(["data": bundle.json, "metadata": .object([:]), "execution_count": .int(count)]))
    }
    return reply(expressions: request.content["user_expressions"])
  }

  private func failed(_ fault: Fault) -> JSON {
    guard case .object(var content) = Kernel.error(fault) else { return .null }
    content["status"] = nil
    publisher.publish("error", .object(content))
    content["status"] = .string("error")
    content["execution_count"] = .int(count)
    return .object(content)
  }

  private func reply(payload: [JSON] = [], expressions: JSON? = nil) -> JSON {
    var results: [String: JSON] = [:]
    if case .object(let wanted)? = expressions {
      for (name, code) in wanted { results[name] = value(of: code.string ?? "") }
    }
    return .object([
      "status": .string("ok"), "execution_count": .int(count), "payload": .array(payload),
      "user_expressions": .object(results),
    ])
  }

  private func value(of expression: String) -> JSON {
    let outcome = session.evaluate(cell: expression, name: "expression")
    if let fault = outcome.fault { return Kernel.error(fault) }
    let bundle = MIMEBundle(of: outcome.values, on: session.surface) ?? MIMEBundle(text: "nil")
    return .object(["status": .string("ok"), "data": bundle.json, "metadata": .object([:])])
  }

  /// `? name` opens the front end's page of help.
  private func helpPage(for code: String) -> JSON? {
    let words = code.drop { $0.isWhitespace }
    guard words.first == "?", !words.dropFirst().contains("\n") else { return nil }
    let word = String(words.drop { $0 == "?" || $0 == " " })
    guard let text = word.isEmpty ? session.overview.description : session.explain(word) else { return nil }
    return .object([
      "source": .string("page"), "start": .int(0), "data": .object(["text/plain": .string(text)]),
    ])
  }

  /// Shows a value that is printed alone; false for one that is text only.
  func show(_ value: any Displayable) -> Bool {
    let bundle = MIMEBundle(of: value, on: session.surface)
    guard bundle.json["text/html"] != nil || bundle.json["image/svg+xml"] != nil else { return false }
    streams?.drain()
    output.flush()
    publisher.publish(
      "display_data", .object(["data": bundle.json, "metadata": .object([:]), "transient": .object([:])]))
    return true
  }
}
