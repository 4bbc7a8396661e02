import Testing

@Suite struct ToolboxTests {}
