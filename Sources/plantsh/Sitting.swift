internal import Exchange
internal import Glibc
internal import Report
internal import Runs
internal import Sessions
internal import Toolbox

/// A session with a screen: printed text and values go to standard output, faults of scripts to standard
/// error, progress to the line at the bottom.
final class Sitting {
  let session: Session
  let progress: ProgressLine
  /// The files that this sitting read and wrote.
  let ledger = DataLedger()

  init(on surface: Surface) {
    let progress = ProgressLine(on: surface)
    session = Session(modules: Toolbox.modules, surface: surface, memoryLimit: Sitting.memoryLimit)
    self.progress = progress
    session.output = { text in
      progress.clear()
      write(text)
    }
    Progress.watch { progress.show($0) }
    FileUse.watch { [ledger] in ledger.note($0) }
    session.lineage = { [unowned session, ledger] in
      try Lineage(of: session, ledger).json.text
    }
  }

  /// Lua may hold half of the machine's memory: past that, other programs would suffer first.
  private static var memoryLimit: Int { sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 2 }

  /// Shows what an entry came to; a fault goes to standard error.
  func finish(_ outcome: Outcome, stays: Bool) throws {
    progress.clear()
    let text = outcome.text(on: session.surface)
    if !text.isEmpty { write(text + "\n") }
    guard let fault = outcome.fault else { return }
    if stays {
      complain(fault.description + "\n")
    } else {
      throw fault
    }
  }
}
