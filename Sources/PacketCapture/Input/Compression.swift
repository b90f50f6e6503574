/// A compression that is undone while reading, told by the first bytes.
enum Compression {
    case gzip, zstd

    /// The one that `beginning` shows; nil for none.
    init?(_ beginning: Span<UInt8>) {
        guard beginning.count >= 4 else { return nil }
        switch (beginning[0], beginning[1], beginning[2], beginning[3]) {
        case (0x1f, 0x8b, _, _): self = .gzip
        // A frame (RFC 8878), or one to be skipped before it.
        case (0x28, 0xb5, 0x2f, 0xfd), (0x50...0x5f, 0x2a, 0x4d, 0x18): self = .zstd
        default: return nil
        }
    }

    /// Its name in messages.
    var name: String {
        switch self {
        case .gzip: "gzip"
        case .zstd: "zstd"
        }
    }

    /// What undoes it; nil when there is no memory.
    func stream() -> (any ExpandingStream)? {
        switch self {
        case .gzip: GzipStream()
        case .zstd: ZstdStream()
        }
    }
}
