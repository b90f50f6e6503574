import TraceTypes

/// Wraps messages into Ethernet frames and these into the records of a pcap file with microseconds.
struct FrameWriter {
    private static let magic: UInt32 = 0xA1B2_C3D4
    private static let version: UInt32 = 0x0004_0002
    private static let snapLength: UInt32 = 262_144
    private static let etherTypeV4: UInt16 = 0x0800
    private static let etherTypeV6: UInt16 = 0x86DD
    private static let hopLimit: UInt8 = 64
    private static let udp: UInt8 = 17
    private static let tcp: UInt8 = 6
    private static let pushAndAcknowledge: UInt16 = 0x5018
    private static let tcpWindow: UInt16 = 64_240

    /// What is written and not yet taken.
    private(set) var output: [UInt8] = []
    private var streams: TCPStreams
    private var identification: UInt16 = 0

    init(seed: UInt64, capacity: Int) {
        streams = TCPStreams(seed: seed)
        output.reserveCapacity(capacity)
    }

    /// Forgets what is written, once it is taken.
    mutating func removeOutput() {
        output.removeAll(keepingCapacity: true)
    }

    /// Writes the header of the file.
    mutating func appendFileHeader() {
        for word in [Self.magic, Self.version, 0, 0, Self.snapLength, LinkType.ethernet.rawValue] {
            output.append(littleEndian: word)
        }
    }

    /// Writes one message, or media to `port`, as one frame; `time` in microseconds since the Unix epoch.
    mutating func append(
        _ payload: [UInt8], from source: Int, to destination: Int, isV6: Bool, isTCP: Bool = false,
        port: UInt16 = Network.sipPort, at time: Int64
    ) {
        let segment = payload.count + (isTCP ? 20 : 8)
        let length = UInt32(truncatingIfNeeded: 14 + (isV6 ? 40 : 20) + segment)
        output.append(littleEndian: UInt32(truncatingIfNeeded: time / 1_000_000))
        output.append(littleEndian: UInt32(truncatingIfNeeded: time % 1_000_000))
        output.append(littleEndian: length)
        output.append(littleEndian: length)
        appendHardwareAddress(destination)
        appendHardwareAddress(source)
        output.append(bigEndian: isV6 ? Self.etherTypeV6 : Self.etherTypeV4)
        let addresses = (Network.hosts[source].address(isV6: isV6), Network.hosts[destination].address(isV6: isV6))
        if isV6 {
            appendV6Header(addresses, isTCP: isTCP, segment: segment)
        } else {
            appendV4Header(addresses, isTCP: isTCP, segment: segment)
        }
        let start = output.count
        let checksumOffset: Int
        if isTCP {
            let numbers = streams.advance(from: source, to: destination, isV6: isV6, by: payload.count)
            appendTCPHeader(source, destination, numbers)
            checksumOffset = start + 16
        } else {
            appendUDPHeader(port: port, segment: segment)
            checksumOffset = start + 6
        }
        output.append(contentsOf: payload)
        var checksum = InternetChecksum()
        for address in [addresses.0, addresses.1] {
            checksum.add(address.high)
            checksum.add(address.low)
        }
        checksum.add(UInt16(isTCP ? Self.tcp : Self.udp))
        checksum.add(UInt16(truncatingIfNeeded: segment))
        checksum.add(output, in: start..<output.count)
        let value = checksum.value
        // A UDP checksum of zero means "none" (RFC 768).
        output.replace(at: checksumOffset, bigEndian: value == 0 && !isTCP ? 0xFFFF : value)
    }

    /// A locally administered address that ends in the host's number.
    private mutating func appendHardwareAddress(_ host: Int) {
        output.append(bigEndian: UInt32(0x0200_5E00))
        output.append(bigEndian: UInt16(truncatingIfNeeded: host + 1))
    }

    private mutating func appendV4Header(_ addresses: (IPAddress, IPAddress), isTCP: Bool, segment: Int) {
        let start = output.count
        identification &+= 1
        output.append(bigEndian: UInt16(0x4500))
        output.append(bigEndian: UInt16(truncatingIfNeeded: 20 + segment))
        output.append(bigEndian: identification)
        output.append(bigEndian: UInt16(0x4000))
        output.append(Self.hopLimit)
        output.append(isTCP ? Self.tcp : Self.udp)
        output.append(bigEndian: UInt16(0))
        output.append(bigEndian: UInt32(truncatingIfNeeded: addresses.0.low))
        output.append(bigEndian: UInt32(truncatingIfNeeded: addresses.1.low))
        var checksum = InternetChecksum()
        checksum.add(output, in: start..<output.count)
        output.replace(at: start + 10, bigEndian: checksum.value)
    }

    private mutating func appendV6Header(_ addresses: (IPAddress, IPAddress), isTCP: Bool, segment: Int) {
        output.append(bigEndian: UInt32(0x6000_0000))
        output.append(bigEndian: UInt16(truncatingIfNeeded: segment))
        output.append(isTCP ? Self.tcp : Self.udp)
        output.append(Self.hopLimit)
        for half in [addresses.0.high, addresses.0.low, addresses.1.high, addresses.1.low] {
            output.append(bigEndian: half)
        }
    }

    private mutating func appendUDPHeader(port: UInt16, segment: Int) {
        output.append(bigEndian: port)
        output.append(bigEndian: port)
        output.append(bigEndian: UInt16(truncatingIfNeeded: segment))
        output.append(bigEndian: UInt16(0))
    }

    private mutating func appendTCPHeader(_ source: Int, _ destination: Int, _ numbers: (UInt32, UInt32)) {
        output.append(bigEndian: Network.tcpPort(of: source, with: destination))
        output.append(bigEndian: Network.tcpPort(of: destination, with: source))
        output.append(bigEndian: numbers.0)
        output.append(bigEndian: numbers.1)
        output.append(bigEndian: Self.pushAndAcknowledge)
        output.append(bigEndian: Self.tcpWindow)
        output.append(bigEndian: UInt32(0))
    }
}
