internal import Synchronization

/// A language that plantsh speaks to its user.
public enum Language: String, CaseIterable, Sendable {
  case en, zh

  /// The language in force for everything that is shown from now on.
  public static var current: Language {
    get { Language.allCases[inForce.load(ordering: .relaxed)] }
    set { inForce.store(newValue == .en ? 0 : 1, ordering: .relaxed) }
  }

  private static let inForce = Atomic<Int>(0)

  /// The language that the environment asks for: `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`, in this order.
  public static func preferred(in environment: [String: String]) -> Language {
    let names = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    let wanted = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return wanted?.hasPrefix("zh") == true ? .zh : .en
  }
}
