internal import CODBC

/// What is installed, as an environment knows it.
extension ODBCHandle {
  /// The drivers of odbcinst.ini.
  var drivers: [String] {
    names { direction, name in
      SQLDriversW(raw, direction, &name, Int16(name.count), nil, nil, 0, nil)
    }
  }

  /// The data sources of odbc.ini.
  var dataSources: [String] {
    names { direction, name in
      SQLDataSourcesW(raw, direction, &name, Int16(name.count), nil, nil, 0, nil)
    }
  }

  private func names(_ next: (UInt16, inout [UInt16]) -> Int16) -> [String] {
    var found: [String] = []
    var name = [UInt16](repeating: 0, count: 256)
    while ODBCHandle.succeeded(next(UInt16(found.isEmpty ? SQL_FETCH_FIRST : SQL_FETCH_NEXT), &name)) {
      found.append(WideText.text(name))
    }
    return found
  }
}
