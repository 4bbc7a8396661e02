import LuaBridge
import Report
import Testing
import Toolbox

@Suite struct PasswordTests {
  @Test(arguments: [
    "data.odbc { dsn = 'mes', password = 'opensesame', table = 'x' }",
    "data.odbc { 'DSN=mes;PWD=opensesame', table = 'x' }",
    "data.odbc { dsn = 'mes', keywords = { pwd = 'opensesame' }, table = 'x' }",
    "data.odbc { 'opensesame', table = 'x' }", "data.odbc { 'Driver={x};PWD={opensesame', table = 'x' }",
  ])
  func aPasswordThatIsWrittenIsRefusedAndNotShown(_ lua: String) {
    let interpreter = Interpreter()
    interpreter.install(Toolbox.modules)
    let fault = #expect(throws: Fault.self) { try interpreter.run(lua) }
    let words = [fault?.in(.en), fault?.in(.zh)].compactMap(\.self) + (fault?.details ?? [])
    #expect(!words.isEmpty && words.allSatisfy { !$0.contains("sesame") }, "\(words)")
  }
}
