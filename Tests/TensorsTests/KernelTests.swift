import CKernels
import Testing

/// Every kernel on every path of this machine.
@Suite struct KernelTests {
  @Test func aPathIsNamedAndChosen() {
    #expect(ck_path_available(CK_REFERENCE))
    #expect(ck_path_available(CK_PORTABLE))
    let names = [CK_REFERENCE, CK_PORTABLE, CK_AVX2, CK_AVX512, CK_AVX512_BF16].map {
      String(cString: ck_path_name($0))
    }
    #expect(names == ["reference", "portable", "avx2", "avx512", "avx512bf16"])
    for path in fastPaths { #expect(onPath(path) { ck_path() } == path) }
  }
}
