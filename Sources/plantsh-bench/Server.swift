internal import Exchange
internal import Glibc

/// Answers requests, a JSON object a line each way, until there are no more:
///
///     {"ask": "rows"}                                         {"rows": […]}
///     {"ask": "measure", "row": "SGEMM 512", "peer": null}    {"value": 91.4}
///     {"ask": "measure", "row": "dedupe", "peer": null}       {"value": 0.2, "check": "4975132"}
///     {"ask": "hand_over", "row": …, "folder": "/tmp/…"}      {}
///
/// Between two requests it sleeps, so that the peer has the processor to itself.
struct Server {
  private let rows: [any Row]

  init(_ rows: [any Row]) { self.rows = rows }

  func run() {
    while let line = readLine() {
      let answer: JSON
      do {
        answer = try self.answer(to: JSON(parsing: line.utf8) ?? .null)
      } catch {
        answer = .object(["fault": .string("\(error)")])
      }
      print(answer.text)
      fflush(nil)
    }
  }

  private func answer(to request: JSON) throws -> JSON {
    switch request["ask"]?.string {
    case "rows": return .object(["rows": .array(rows.map(described))])
    case "measure":
      let row = try row(request)
      let value = JSON.double(try row.measure(request["peer"]?.string))
      guard let checked = row as? any CheckedRow else { return .object(["value": value]) }
      return .object(["value": value, "check": .string(checked.check)])
    case "hand_over":
      guard let row = try row(request) as? any SharedRow, let folder = request["folder"]?.string else {
        break
      }
      try row.handOver(to: folder)
      return .object([:])
    default: break
    }
    throw Misunderstanding.request(request.text)
  }

  private func described(_ row: any Row) -> JSON {
    .object(row.heading.members.merging(["shared": .bool(row is any SharedRow)]) { old, _ in old })
  }

  private func row(_ request: JSON) throws -> any Row {
    guard let row = rows.first(where: { $0.heading.row == request["row"]?.string }) else {
      throw Misunderstanding.request(request.text)
    }
    return row
  }
}

/// A request that no row answers.
enum Misunderstanding: Error { case request(String) }
