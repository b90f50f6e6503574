import PacketDecoding
import Testing
import TraceTypes
import _TestSupport

@Suite("Tunnels in tunnels")
struct TunnelNestingTests {
    @Test(arguments: TunnelKind.all)
    func everyTunnelInThisOne(_ outer: TunnelKind) throws {
        for inner in TunnelKind.all {
            let packet = outer.wrap(inner.wrap(Sample.ipv4)).ethernet()
            var bench = DecodingBench()
            let result = bench.decode(packet, linkType: .ethernet)
            #expect(result.payload == Sample.payload, "\(inner.name)")
            #expect(result.header?.source == Endpoint(address: Sample.alice, port: 5060), "\(inner.name)")
            #expect(result.header?.destination == Endpoint(address: Sample.bob, port: 5080), "\(inner.name)")
            #expect(result.header?.isTruncated == false, "\(inner.name)")
        }
    }

    @Test(arguments: TunnelKind.all)
    func aSnapLengthReachesTheInnermost(_ outer: TunnelKind) throws {
        for inner in TunnelKind.all {
            let packet = outer.wrap(inner.wrap(Sample.ipv4)).ethernet().bytes
            var bench = DecodingBench()
            let result = bench.decode(
                Array(packet.dropLast(10)), linkType: .ethernet, wireLength: packet.count)
            #expect(result.payload == Sample.payload.dropLast(10), "\(inner.name)")
            #expect(result.header?.isTruncated == true, "\(inner.name)")
        }
    }

    @Test(arguments: TunnelKind.all)
    func tooDeep(_ kind: TunnelKind) {
        var packet = Sample.ipv4
        for _ in 0..<33 { packet = kind.wrap(packet) }
        var bench = DecodingBench()
        #expect(bench.decode(packet).name == "undecoded: nested-too-deep")
        #expect(bench.decoder.account.undecoded.named == ["nested-too-deep": 1])
    }

    @Test(arguments: TunnelKind.all)
    func aStreamInATunnel(_ kind: TunnelKind) {
        var bench = DecodingBench()
        let result = bench.decode(kind.wrap(Sample.segment("abc", 1)))
        #expect(result.name == "stream")
        #expect(result.payload == Array("abc".utf8))
    }

    @Test(arguments: TunnelKind.all)
    func aTunnelInFragments(_ kind: TunnelKind) {
        let whole = kind.wrap(Sample.ipv4).bytes
        // The tunnel's IPv4 header has 20 bytes; fragments get one of their own.
        let parts = PacketBuilder(Array(whole.dropFirst(20)), protocolNumber: whole[9])
            .ipv4Fragments(from: Sample.gate, to: Sample.gate, size: 48)
        var bench = DecodingBench()
        let results = parts.map { bench.decode($0) }
        #expect(results.last?.payload == Sample.payload)
        #expect(results.last?.header?.source == Endpoint(address: Sample.alice, port: 5060))
    }
}
