extension Notebook {
  /// The same cells with the outputs, ids and pictures that an older notebook has for the same text, in order.
  public func takingOutputs(of old: Notebook) -> Notebook {
    var copy = self
    if copy.metadata.isEmpty { copy.metadata = old.metadata }
    var next = old.cells.startIndex
    for k in copy.cells.indices {
      let cell = copy.cells[k]
      guard
        let match = old.cells[next...].firstIndex(where: { $0.kind == cell.kind && $0.source == cell.source })
      else { continue }
      copy.cells[k] = old.cells[match]
      for (name, value) in cell.metadata { copy.cells[k].metadata[name] = value }
      next = match + 1
    }
    return copy
  }
}
