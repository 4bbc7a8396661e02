import Foundation
import PlantData
import Synchronization
import Testing

/// The servers of a suite: started before its first test, stopped after its last.
enum Databases {
  enum Kind: String, CaseIterable, Sendable {
    case postgres, mariadb

    var driver: String { self == .postgres ? "PostgreSQL Unicode" : "MariaDB Unicode" }
    var quote: String { self == .postgres ? "\"" : "`" }
    var slow: String {
      self == .postgres ? "select pg_sleep(20)" : "select sleep(20) from units"
    }
  }

  private static let running = Mutex<[Kind: DatabaseServer]>([:])

  static func server(_ kind: Kind) -> DatabaseServer? { running.withLock { $0[kind] } }

  static func start() throws {
    let postgres = try DatabaseServer.postgres(
      ODBCReaderTests.units("varchar", "boolean", "timestamp", "double precision")
        + ";\n\ncreate table series as select i, '第 ' || i || ' 件' as t from generate_series(0, 19999) i")
    // A statement of a start file stands in one line.
    let units = ODBCReaderTests.units("varchar(4000)", "bit(1)", "datetime(3)", "double")
      .replacing("\"站点\"", with: "`站点`").split(separator: ";\n").map { $0.replacing("\n", with: " ") + ";\n" }
    let series = "create table series as select seq as i, concat('第 ', seq, ' 件') as t from seq_0_to_19999;"
    let mariadb = try DatabaseServer.mariadb(units.joined() + series)
    running.withLock { $0 = [.postgres: postgres, .mariadb: mariadb] }
  }

  static func stop() { running.withLock { $0 = [:] } }

  /// The address of a server, its password kept where a technician keeps it.
  static func address(_ kind: Kind, password: String) throws -> ODBCAddress {
    guard let server = server(kind) else { throw DatabaseServer.Failed(words: "no \(kind) is running") }
    setenv("PLANTSH_SECRET_TEST_READER", password, 1)
    return try ODBCAddress(
      settings: [
        ("Driver", kind.driver), ("Server", "127.0.0.1"), ("Port", "\(server.port)"), ("Database", "plant"),
        ("UID", "reader"),
      ], password: Secret("test-reader"))
  }
}

struct DatabasesTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    try Databases.start()
    defer { Databases.stop() }
    try await body()
  }
}

extension Trait where Self == DatabasesTrait {
  static var databases: Self { DatabasesTrait() }
}
