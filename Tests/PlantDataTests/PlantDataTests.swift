import Testing

@Suite struct PlantDataTests {}
