import Testing

@Suite struct LuaBridgeTests {}
