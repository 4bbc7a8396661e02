internal import Exchange

extension Notebook {
  /// The notebook as nbformat 4.5, laid out as Jupyter lays it out: equal notebooks give equal bytes.
  public var ipynb: String {
    var named = self
    named.nameCells()
    let whole = JSON.object([
      "cells": .array(named.cells.map(\.json)),
      "metadata": .object(metadata.merging(Notebook.ownMetadata) { own, _ in own }),
      "nbformat": .int(4), "nbformat_minor": .int(5),
    ])
    return whole.written(indent: 1) + "\n"
  }
}

extension Notebook.Cell {
  fileprivate var json: JSON {
    var members: [String: JSON] = [
      "cell_type": .string(kind.rawValue), "id": .string(id), "metadata": .object(metadata),
      "source": JSON(lines: source),
    ]
    if kind == .code {
      members["execution_count"] = executionCount.map(JSON.int) ?? .null
      members["outputs"] = .array(outputs.map { $0.withSplitLines })
    }
    if let attachments { members["attachments"] = attachments }
    return .object(members)
  }
}

extension JSON {
  /// An output whose texts are lists of lines.
  var withSplitLines: JSON {
    guard case .object(var members) = self else { return self }
    if let text = members["text"]?.multiline { members["text"] = JSON(lines: text) }
    if case .object(let data)? = members["data"] {
      let split = data.map { type, value in
        let isText = type.hasPrefix("text/") || type == "image/svg+xml"
        return (type, isText ? value.multiline.map(JSON.init(lines:)) ?? value : value)
      }
      members["data"] = .object(Dictionary(split, uniquingKeysWith: { $1 }))
    }
    return .object(members)
  }
}
