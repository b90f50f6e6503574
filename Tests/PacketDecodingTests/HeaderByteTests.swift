import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("No value of any header's byte traps, and each frame is counted")
struct HeaderByteTests {
    @Test(arguments: LayerCase.all)
    func everyByteAtItsLimits(_ layers: LayerCase) throws {
        let start = try #require(layers.frame.indices.first { layers.frame[$0...].starts(with: Sample.payload) })
        var bench = DecodingBench()
        var frames = 0
        for offset in 0..<start {
            let old = layers.frame[offset]
            for new in [0, 1, 0x7f, 0x80, 0xff, old &+ 1, old &- 1] {
                var frame = layers.frame
                frame[offset] = new
                // Reading a payload outside the frame would trap here.
                _ = bench.decode(frame, linkType: layers.linkType)
                frames += 1
            }
        }
        bench.decoder.finish()
        #expect(bench.decoder.account.frames == frames)
    }
}
