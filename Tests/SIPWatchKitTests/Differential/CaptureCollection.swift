import Foundation
import _TestSupport

/// Where captures to compare come from.
enum CaptureCollection: String, CaseIterable, Sendable {
    /// The recorded scenarios of the project.
    case fixtures
    /// Those made by others, in `captures` of what SIPWATCH_SHARED names.
    case shared
    /// The messages of RFC 4475 and RFC 5118, a file each.
    case torture

    /// Those that are there.
    static let present = allCases.filter { $0.folder != nil }

    /// The folder that it is in; nil where there is none.
    var folder: String? {
        let fixtures = Fixture.project.appending(path: "Fixtures").path
        let shared = ProcessInfo.processInfo.environment["SIPWATCH_SHARED"]
        let folders =
            switch self {
            case .fixtures: [fixtures]
            case .shared: shared.map { [$0 + "/captures"] } ?? []
            case .torture: [fixtures + "/torture"] + (shared.map { [$0 + "/torture"] } ?? [])
            }
        return folders.first { FileManager.default.fileExists(atPath: $0) }
    }

    /// How many messages are in it, as sipwatch counts them.
    var messages: Int {
        switch self {
        case .fixtures: 710
        case .shared: 2039
        case .torture: 61
        }
    }

    /// The files in the folder and in those below it, by their paths from it, in order.
    var files: [String] {
        let files = folder.flatMap { FileManager.default.enumerator(atPath: $0) }?.compactMap { $0 as? String } ?? []
        return files.filter { self == .torture ? Self.isMessage($0) : Self.isCapture($0) }.sorted()
    }

    private static func isCapture(_ file: String) -> Bool {
        [".pcap", ".pcapng", ".cap"].contains(where: file.hasSuffix)
            && !["encapsulation/", "fuzz/"].contains(where: file.hasPrefix)
    }

    /// Messages lie in a folder for each RFC, with lists and expectations beside them.
    private static func isMessage(_ file: String) -> Bool {
        let file = URL(fileURLWithPath: file)
        return file.deletingLastPathComponent().lastPathComponent.hasPrefix("rfc")
            && ["", "dat"].contains(file.pathExtension)
    }
}
