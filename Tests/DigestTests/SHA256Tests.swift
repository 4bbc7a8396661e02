import CDigest
import Digest
import Testing

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func digestsAreThoseOfTheStandard(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func aMillionLettersInUnequalPieces() {
    var hash = SHA256()
    var left = 1_000_000
    for size in sequence(first: 1, next: { $0 % 997 + 13 }) {
      let piece = min(size, left)
      hash.update([UInt8](repeating: UInt8(ascii: "a"), count: piece))
      left -= piece
      if left == 0 { break }
    }
    #expect(hash.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func theProcessorsInstructionsGiveWhatPlainArithmeticGives() {
    let bytes = (0..<64 * 37).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 5) }
    var fast: [UInt32] = Array(1...8), plain: [UInt32] = Array(1...8)
    sha256_blocks(&fast, bytes, 37)
    sha256_blocks_plain(&plain, bytes, 37)
    #expect(fast == plain)
  }

  /// RFC 4231, cases 1, 2 and 6.
  @Test func signaturesAreThoseOfTheStandard() {
    func signature(_ key: [UInt8], _ text: String) -> String {
      HMAC(key: key).signature(of: [Array(text.utf8)])
    }
    #expect(
      signature([UInt8](repeating: 0x0b, count: 20), "Hi There")
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      signature(Array("Jefe".utf8), "what do ya want for nothing?")
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      signature(
        [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First")
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }
}
