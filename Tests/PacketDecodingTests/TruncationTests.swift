import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("A frame cut anywhere gives what is there and never more")
struct TruncationTests {
    @Test(arguments: LayerCase.all)
    func cutAtEachByte(_ layers: LayerCase) throws {
        let start = try #require(layers.frame.indices.first { layers.frame[$0...].starts(with: Sample.payload) })
        for length in layers.frame.indices {
            var bench = DecodingBench()
            let result = bench.decode(
                Array(layers.frame.prefix(length)), linkType: layers.linkType, wireLength: layers.frame.count)
            let captured = min(Sample.payload.count, length - start)
            if captured > 0 {
                #expect(result.payload == Array(Sample.payload.prefix(captured)), "cut at \(length)")
                #expect(result.header?.isTruncated == (captured < Sample.payload.count), "cut at \(length)")
            } else {
                let payload = result.payload ?? []
                #expect(payload.isEmpty, "cut at \(length)")
            }
        }
    }

    @Test func aHeaderThatPromisesMoreThanTheFrameHad() {
        var bench = DecodingBench()
        let result = bench.decode(Array(Sample.ipv4.bytes.dropLast(10)))
        #expect(result.payload == Array(Sample.payload.dropLast(10)))
        #expect(result.header?.isTruncated == true)
    }

    @Test func aCutThatTakesOnlyPaddingIsNone() {
        var bench = DecodingBench()
        let result = bench.decode(Sample.ipv4.bytes, wireLength: Sample.ipv4.bytes.count + 6)
        #expect(result.payload == Sample.payload)
        #expect(result.header?.isTruncated == false)
    }
}
