/// Kinds of file that are taken for captures and that libpcap does not read, told by their first bytes.
package enum ForeignFile: CaseIterable, Sendable {
    case gzip, xz, zstd, bzip2, zip
    case netMon, snoop
    case text

    /// The kind that `bytes`, the beginning of a file, show.
    init?(beginning bytes: [UInt8]) {
        if let kind = Self.allCases.first(where: { !$0.magic.isEmpty && bytes.starts(with: $0.magic) }) {
            self = kind
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
        case .netMon: [0x47, 0x4d, 0x42, 0x55]
        case .snoop: [0x73, 0x6e, 0x6f, 0x6f, 0x70, 0x00, 0x00, 0x00]
        case .text: []
        }
    }

    /// What the file is and how it becomes readable.
    var advice: String {
        switch self {
        case .gzip: "is compressed; unpack it first: gunzip"
        case .xz: "is compressed; unpack it first: unxz"
        case .zstd: "is compressed; unpack it first: unzstd"
        case .bzip2: "is compressed; unpack it first: bunzip2"
        case .zip: "is a ZIP archive; unpack it first: unzip"
        case .netMon: "is a Microsoft Network Monitor file; convert it first: editcap -F pcap"
        case .snoop: "is a Solaris snoop file; convert it first: editcap -F pcap"
        case .text: "is text, not a capture file"
        }
    }
}
