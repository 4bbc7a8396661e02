import Testing

@Suite struct NeuralTests {}
