internal import Report

/// What the program leaves behind for the one who called it.
enum ExitStatus: Int32 {
  case success = 0
  /// A script or an entry ended with a fault.
  case fault = 1
  /// The command line itself could not be understood.
  case usage = 2
  /// A threshold that the script declared was missed.
  case missed = 4
  case interrupted = 130

  init(_ fault: Fault?) {
    switch fault?.code {
    case nil: self = .success
    case .interrupted: self = .interrupted
    case .arguments: self = .usage
    case .requirement: self = .missed
    default: self = .fault
    }
  }
}
