import Glibc
import PlantData
import Report
import Testing

@Suite(.serialized) struct SecretTests {
  let scratch = Scratch()

  /// Runs `body` with a home of its own.
  func atHome(_ body: () throws -> Void) throws {
    let before = getenv("HOME").map { String(cString: $0) }
    setenv("HOME", scratch.path, 1)
    defer { before.map { _ = setenv("HOME", $0, 1) } }
    scratch.folder(".config")
    scratch.folder(".config/plantsh")
    try body()
  }

  @Test func theEnvironmentComesFirst() throws {
    try atHome { () throws in
      setenv("PLANTSH_SECRET_LINE_3", "from the environment", 1)
      defer { unsetenv("PLANTSH_SECRET_LINE_3") }
      let path = scratch.write("line-3 = from the file\n", to: ".config/plantsh/secrets")
      chmod(path, 0o600)
      #expect(try Secret("line-3").value() == "from the environment")
    }
  }

  @Test func theFileIsForItsOwnerOnly() throws {
    try atHome { () throws in
      let path = scratch.write("# systems\n mes =  a = b \nother=x\n", to: ".config/plantsh/secrets")
      chmod(path, 0o600)
      #expect(try Secret("mes").value() == "a = b")
      chmod(path, 0o640)
      let open = #expect(throws: Fault.self) { try Secret("mes").value() }
      #expect(open?.remedy == "os.execute \"chmod 600 \(path)\"")
    }
  }

  @Test func oneThatIsKeptNowhereIsNamed() throws {
    try atHome { () throws in
      let fault = #expect(throws: Fault.self) { try Secret("erp").value() }
      #expect(
        fault?.what.en
          == "secret \"erp\" is kept neither in $PLANTSH_SECRET_ERP nor in ~/.config/plantsh/secrets")
    }
    for name in ["", "a b", "a$b", "密码"] { #expect(throws: Fault.self) { try Secret(name) } }
  }

  @Test func itNeverShowsItself() throws {
    setenv("PLANTSH_SECRET_SHOWN", "opensesame", 1)
    defer { unsetenv("PLANTSH_SECRET_SHOWN") }
    let secret = try Secret("shown")
    #expect(secret.text(on: Surface()) == "secret \"shown\"")
    #expect(secret.html == nil)
  }
}
