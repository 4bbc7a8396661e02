import Testing

@Suite struct PlottingTests {}
