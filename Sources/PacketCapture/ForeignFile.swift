/// Kinds of file that are taken for captures and are not read, told by their first bytes.
package enum ForeignFile: CaseIterable, Sendable {
    /// Compressed or packed files; of gzip and Zstandard those that are inside of another one.
    case gzip, xz, zstd, bzip2, zip, tar
    /// Captures in the formats of Microsoft's and Sun's tools.
    case netMon, snoop
    /// Printable ASCII.
    case text

    /// The kind that `bytes`, the beginning of a file, show.
    init?(beginning bytes: [UInt8]) {
        if let kind = Self.allCases.first(where: { !$0.magic.isEmpty && bytes.starts(with: $0.magic) }) {
            self = kind
        } else if bytes.dropFirst(257).starts(with: Array("ustar".utf8)) {
            self = .tar
        } else if !bytes.isEmpty, bytes.allSatisfy({ (32..<127).contains($0) || (9...13).contains($0) }) {
            self = .text
        } else {
            return nil
        }
    }

    private var magic: [UInt8] {
        switch self {
        case .gzip: [0x1f, 0x8b]
        case .xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
        case .zstd: [0x28, 0xb5, 0x2f, 0xfd]
        case .bzip2: [0x42, 0x5a, 0x68]
        case .zip: [0x50, 0x4b, 0x03, 0x04]
        case .tar: []
        case .netMon: [0x47, 0x4d, 0x42, 0x55]
        case .snoop: [0x73, 0x6e, 0x6f, 0x6f, 0x70, 0x00, 0x00, 0x00]
        case .text: []
        }
    }

    /// What the file at `path` is, and how it becomes readable.
    func advice(_ path: String) -> String {
        switch self {
        case .gzip: "is compressed more than once; unpack it first: gunzip \(path)"
        case .xz: "is compressed; unpack it first: unxz \(path)"
        case .zstd: "is compressed more than once; unpack it first: unzstd \(path)"
        case .bzip2: "is compressed; unpack it first: bunzip2 \(path)"
        case .zip: "is a ZIP archive; unpack it first: unzip \(path)"
        case .tar: "is a tar archive; unpack it first: tar -xf \(path)"
        case .netMon: "is a Network Monitor capture; convert it first: editcap -F pcap \(path) \(path).pcap"
        case .snoop: "is a snoop capture; convert it first: editcap -F pcap \(path) \(path).pcap"
        case .text: "is text; only pcap and pcapng captures can be read"
        }
    }
}
