import Testing

@Suite struct WorkersTests {}
