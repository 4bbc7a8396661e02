/// Keys that do nothing here: function keys, and arrows with Shift or Ctrl. libedit would take the second half of
/// their codes for typed text. Alt-X would open a command line of its own.
let unusedKeys: [String] = {
  let functions = [2] + Array(11...34)
  let used = ["1;3C", "1;3D", "1;5C", "1;5D"]
  var codes = functions.map { "[\($0)~" } + "ABCDE".map { "[[\($0)" } + "PQRSM".map { "O\($0)" }
  for modifier in 2...8 {
    codes += "ABCDFHPQRS".map { "1;\(modifier)\($0)" }.filter { !used.contains($0) }.map { "[" + $0 }
    codes += ([2, 3, 5, 6] + Array(15...24)).map { "[\($0);\(modifier)~" }
  }
  return (codes + ["[I", "[O", "[E", "x", "X"]).map { "\\e" + $0 }
}()
