import Testing

@Suite struct SessionsTests {}
