import Memory
import Testing

@Suite struct BlockPoolTests {
  @Test func aBlockGivenBackIsUsedAgain() {
    let pool = BlockPool(limit: 1 << 20)
    let first = pool.take(4096)
    #expect(pool.usedBytes == 4096 && pool.freeBytes == 0)
    pool.give(back: first, 4096)
    #expect(pool.usedBytes == 0 && pool.freeBytes == 4096)
    let second = pool.take(4096)
    #expect(second == first)
    pool.give(back: second, 4096)
    pool.drain()
    #expect(pool.freeBytes == 0)
  }

  @Test func noMoreThanTheLimitWaits() {
    let pool = BlockPool(limit: 10_000)
    let blocks = (0..<4).map { _ in pool.take(4096) }
    for block in blocks { pool.give(back: block, 4096) }
    #expect(pool.freeBytes == 8192)
    pool.drain()
  }

  @Test func largeBlocksCanBeWrittenToTheirEnd() {
    let pool = BlockPool(limit: 0)
    let bytes = BlockPool.rounded(9_000_000)
    let block = pool.take(bytes)
    block.initializeMemory(as: UInt8.self, repeating: 7, count: bytes)
    #expect(Int(bitPattern: block) % 64 == 0)
    pool.give(back: block, bytes)
  }

  @Test func sizesGrowBySmallSteps() {
    for count in [1, 17, 1000, 1_000_001, 40_000_064] {
      let rounded = BlockPool.rounded(count)
      #expect(rounded >= count && rounded <= count + max(16, count / 8))
      #expect(BlockPool.rounded(rounded) == rounded)
    }
  }
}
