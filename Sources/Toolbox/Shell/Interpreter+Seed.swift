internal import LuaBridge
internal import Randomness
internal import Sessions

extension Interpreter {
  /// The seed of what is random and is not given its own.
  func seed(given: Int?) -> Int { given ?? (host as? Session)?.seed ?? 1 }

  /// Random numbers for one call: those of the seed it was given, or else the next of the session's, so that two calls
  /// give different ones, and the same again after `seed(n)`.
  func randomNumbers(_ purpose: String, seed given: Int?) -> SeededGenerator {
    let draw = given == nil ? (host as? Session)?.nextDraw() ?? 0 : 0
    return SeededGenerator(seed: UInt64(bitPattern: Int64(seed(given: given))), for: purpose, draw)
  }
}
