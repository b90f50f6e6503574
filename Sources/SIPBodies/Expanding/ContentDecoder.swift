import SIPParsing

/// Undoes content codings, one after the other, never making more bytes than `limit`.
struct ContentDecoder {
    /// What came out so far.
    private(set) var bytes: [UInt8]
    /// What went wrong, in the order met.
    private(set) var problems: [Anomaly.Kind] = []
    private let limit: Int
    private var inflater = Inflater()

    /// Starts from encoded bytes.
    init(_ bytes: [UInt8], limit: Int) {
        self.bytes = bytes
        self.limit = limit
    }

    /// Undoes a coding. Bytes that it cannot have made stay as they are.
    mutating func undo(_ coding: ContentCoding) {
        guard !bytes.isEmpty else { return }
        switch coding {
        case .identity: break
        case .gzip: take(members())
        case .deflate: take(deflated())
        }
    }

    private typealias Result = (ending: Inflater.Ending, end: Int, output: [UInt8])

    private mutating func take(_ result: Result) {
        if result.ending == .full {
            problems.append(.bodyExpandsTooFar)
        } else if result.ending != .whole || result.end < bytes.count {
            problems.append(.badContentEncoding)
        }
        if result.ending == .whole || !result.output.isEmpty { bytes = result.output }
    }

    /// The members of a gzip file, of which there may be several (RFC 1952 section 2.2).
    private mutating func members() -> Result {
        var output: [UInt8] = []
        var end = 0
        while true {
            let result = inflater.inflate(bytes, from: end, .gzip, limit: limit, into: &output)
            end = result.end
            let isNext = bytes.dropFirst(end).starts(with: [0x1F, 0x8B])
            guard result.ending == .whole, isNext else { return (result.ending, end, output) }
        }
    }

    /// `deflate` means the zlib format, but some senders leave its wrapper out.
    private mutating func deflated() -> Result {
        var output: [UInt8] = []
        if hasZlibHeader {
            let result = inflater.inflate(bytes, from: 0, .zlib, limit: limit, into: &output)
            if result.ending != .damaged || !output.isEmpty { return (result.ending, result.end, output) }
        }
        let result = inflater.inflate(bytes, from: 0, .none, limit: limit, into: &output)
        // Without wrapper and checksum nothing shows that damaged bytes were ever compressed.
        return (result.ending, result.end, result.ending == .damaged ? [] : output)
    }

    /// Two bytes that name the method and, read as a number, are a multiple of 31 (RFC 1950 section 2.2).
    private var hasZlibHeader: Bool {
        guard bytes.count >= 2 else { return false }
        return bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    }
}
