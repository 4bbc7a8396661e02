internal import Report

/// What the program leaves behind for the one who called it.
enum ExitStatus: Int32 {
  case success = 0
  /// A script or an entry ended with a fault.
  case fault = 1
  /// The command line itself could not be understood.
  case usage = 2
  /// Data broke a contract that the script declared.
  case contract = 3
  /// A threshold that the script declared was missed.
  case missed = 4
  /// A run that was to be reproduced came out otherwise.
  case notReproduced = 5
  case interrupted = 130

  init(_ fault: Fault?) {
    switch fault?.code {
    case nil: self = .success
    case .interrupted: self = .interrupted
    case .arguments: self = .usage
    case .contract: self = .contract
    case .requirement: self = .missed
    case .reproduction: self = .notReproduced
    default: self = .fault
    }
  }
}
