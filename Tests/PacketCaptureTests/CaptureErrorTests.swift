import Foundation
import PacketCapture
import Testing
import TraceTypes
import _TestSupport

@Suite("Each failure says in one line what is wrong and what to do")
struct CaptureErrorTests {
    private func error(_ path: String, filter: String? = nil) -> CaptureError? {
        do {
            _ = try CaptureSource(files: [path], filter: filter)
            return nil
        } catch {
            return error
        }
    }

    private func expectOneLine(_ error: CaptureError?, _ words: String...) {
        let line = error?.description ?? ""
        #expect(!line.isEmpty)
        #expect(!line.contains("\n"))
        for word in words { #expect(line.contains(word), "\(line)") }
    }

    @Test func missingFile() {
        let missing = error("/nowhere/trace.pcap")
        #expect(missing == .missingFile(path: "/nowhere/trace.pcap"))
        expectOneLine(missing, "/nowhere/trace.pcap", "no such file")
    }

    @Test func aFolder() throws {
        let folder = try TemporaryFolder()
        let found = error(folder.path)
        #expect(found == .isFolder(path: folder.path))
        expectOneLine(found, "is a folder", folder.path + "/*.pcap")
    }

    @Test func aFileUsedAsAFolder() throws {
        let path = try TemporaryFolder().write([1])
        #expect(error(path + "/x") == .missingFile(path: path + "/x"))
    }

    @Test func anEmptyFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([])
        #expect(error(path) == .emptyFile(path: path))
        expectOneLine(error(path), "is empty")
    }

    static let foreign: [([UInt8], ForeignFile?, String)] = [
        (Compressed.gzip(Compressed.gzip([1])), .gzip, "gunzip"),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 0], .xz, "unxz"),
        (Compressed.gzip(Compressed.zstd([1])), .zstd, "unzstd"),
        (Compressed.zstd(Array("BZh91AY&SY".utf8)), .bzip2, "bunzip2"),
        (Compressed.gzip([UInt8](repeating: 0, count: 257) + Array("ustar".utf8)), .tar, "tar -xf"),
        (Compressed.gzip([1, 2, 3, 4, 5, 6, 7, 8]), nil, "pcap and pcapng"),
        (Array("BZh91AY&SY".utf8), .bzip2, "bunzip2"),
        ([0x50, 0x4b, 3, 4, 1, 2, 3, 4], .zip, "unzip"),
        (Array("GMBU".utf8) + [0, 2, 1, 0], .netMon, "editcap"),
        (Array("snoop".utf8) + [0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 4], .snoop, "editcap"),
        (Array("INVITE sip:bob@example.com SIP/2.0\r\n".utf8), .text, "is text"),
        ([1, 2, 3, 4, 5, 6, 7, 8], nil, "pcap and pcapng"),
        ([0xa1], nil, "pcap and pcapng"),
        (Array(CaptureFileBuilder().bytes.prefix(20)), nil, "pcap and pcapng"),
    ]

    @Test(arguments: foreign)
    func notACapture(_ bytes: [UInt8], _ kind: ForeignFile?, _ word: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes)
        #expect(error(path) == .notACapture(path: path, looksLike: kind))
        expectOneLine(error(path), path, word)
    }

    @Test func nothingInsideOfACompressedFile() throws {
        let folder = try TemporaryFolder()
        for compression in Compressed.allCases {
            let path = try folder.write(compression([]))
            #expect(error(path) == .emptyFile(path: path))
        }
    }

    @Test(
        "Compressed files that break off or are damaged before a capture begins",
        arguments: [
            ([0x1f, 0x8b, 8, 0, 0, 0, 0, 0], "the gzip stream stops before its end"),
            ([0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 0], "the gzip stream is damaged: unknown compression method"),
            (Array(Compressed.zstd([1, 2, 3]).dropLast(2)), "the zstd stream stops before its end"),
        ] as [([UInt8], String)])
    func damagedCompression(_ bytes: [UInt8], _ reason: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes)
        #expect(error(path) == .unreadableFile(path: path, reason: reason))
        expectOneLine(error(path), reason)
    }

    @Test("A link type without a layer is an error only where no frame is of another", arguments: [189, 147])
    func linkType(_ number: UInt32) throws {
        let folder = try TemporaryFolder()
        let unknown = LinkType(rawValue: number)
        var file = CaptureFileBuilder(linkType: unknown)
        file.add([1], at: Timestamp(nanoseconds: 0))
        let path = try folder.write(file.bytes)
        var source = try CaptureSource(files: [path])
        let none = source.unsupportedLinkType
        #expect(none == nil)
        let (frames, _) = try CapturedFrame.read(&source)
        #expect(frames.map(\.header.linkType) == [unknown])
        let found = source.unsupportedLinkType
        #expect(found == .unsupportedLinkType(input: path, name: number == 189 ? "USB_LINUX" : "number 147"))
        expectOneLine(found, number == 189 ? "USB_LINUX" : "number 147", "not supported")
    }

    @Test func filter() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(CaptureFileBuilder().bytes)
        #expect(error(path, filter: "port 5060") == nil)
        let bad = error(path, filter: "port sipp and")
        guard case .badFilter(expression: "port sipp and", reason: let reason) = bad else {
            Issue.record("\(String(describing: bad))")
            return
        }
        #expect(!reason.isEmpty)
        expectOneLine(bad, reason, "man pcap-filter")
        for expression in ["inbound", "ifindex 2", "port 5060 and outbound"] {
            expectOneLine(error(path, filter: expression), expression, "only a live capture knows")
        }
        for expression in ["vlan and port 5060", "len > 100", "ether[0] & 1 != 0", "ip[6:2] & 0x1fff != 0"] {
            #expect(error(path, filter: expression) == nil)
        }
    }

    @Test func aFilterForAnotherLinkType() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(CaptureFileBuilder(linkType: .raw).bytes)
        let found = error(path, filter: "ether host 01:02:03:04:05:06")
        guard case .filterNotForLinkType(let expression, "RAW", reason: _) = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(expression == "ether host 01:02:03:04:05:06")
        expectOneLine(found, "ether host", "RAW", "leave it out")
    }

    @Test func nothingNamed() {
        #expect(throws: CaptureError.noInput) { _ = try CaptureSource(files: []) }
        expectOneLine(.noInput, "-i")
    }

    @Test func noPermissionToRead() async throws {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            var file = CaptureFileBuilder()
            file.add([1], at: Timestamp(nanoseconds: 0))
            let path = try folder.write(file.bytes)
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
            // Root may read everything, so the test becomes nobody.
            if geteuid() == 0 { #expect(seteuid(65534) == 0) }
            #expect(throws: CaptureError.noReadPermission(path: path)) { _ = try CaptureSource(files: [path]) }
            if getuid() == 0 { #expect(seteuid(0) == 0) }
        }
        expectOneLine(.noReadPermission(path: "a.pcap"), "chmod")
    }

    @Test func linesOfDeviceErrors() {
        let unknown = CaptureError.unknownDevice(name: "eht0", available: ["lo", "eth0", "any"])
        expectOneLine(unknown, "no such device", "did you mean eth0?", "lo, eth0, any")
        let far = CaptureError.unknownDevice(name: "wlan7", available: ["lo", "eth0", "any"])
        expectOneLine(far, "lo, eth0, any")
        #expect(!far.description.contains("did you mean"))
        expectOneLine(.unknownDevice(name: "x", available: []), "as root")
        expectOneLine(
            .noCapturePermission(device: "eth0"),
            "sudo setcap cap_net_raw,cap_net_admin+ep $(command -v sipwatch)")
        expectOneLine(.deviceDown(device: "eth1"), "sudo ip link set eth1 up")
        expectOneLine(.deviceFailure(device: "eth1", reason: "gone"), "gone")
        expectOneLine(.unreadableFile(path: "a", reason: "disk on fire"), "disk on fire")
    }
}
