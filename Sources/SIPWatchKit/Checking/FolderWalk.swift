import Foundation
import PacketCapture

/// The files in a folder and below, in the order of their paths. Pipes, sockets and devices are left out, and so are
/// hidden folders; links are followed.
struct FolderWalk {
    /// How links to folders are followed.
    enum Links {
        /// Each folder is gone through once, at the path without links where it has one.
        case onceEach
        /// A folder may be gone through at several paths, though not inside itself.
        case everywhere
    }

    /// A folder to go through.
    private struct Step {
        var path: String
        var level: Int
        /// The folders that it is in, up to the first.
        var parents: Set<FileIdentity> = []
    }

    /// Files looked at in all folders together.
    static let mostFiles = 1_000_000

    /// Files looked at up to now.
    private(set) var looked = 0
    /// What was found.
    private(set) var files: [String] = []
    /// Folders that cannot be read.
    private(set) var unreadable: [String] = []

    /// Begins with so many files that were looked at already.
    init(looked: Int) {
        self.looked = looked
    }

    /// Whether there are more files than are looked at.
    var isFull: Bool { looked > Self.mostFiles }

    /// Goes through a folder, so many levels deep.
    mutating func walk(_ root: String, depth: Int?, _ links: Links) {
        var steps = [Step(path: root, level: 1)]
        var linked: [Step] = []
        var done: Set<FileIdentity> = []
        while let step = steps.popLast() ?? (linked.isEmpty ? nil : linked.removeFirst()) {
            guard let identity = FilePath.identity(step.path), !step.parents.contains(identity),
                done.insert(identity).inserted || links == .everywhere
            else { continue }
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: step.path).sorted() else {
                unreadable.append(step.path)
                continue
            }
            for name in names {
                looked += 1
                guard !isFull else { break }
                let path = Self.path(name, in: step.path, root)
                switch FilePath.kind(path) {
                case .file, .brokenLink, .nothing, .unknown: files.append(path)
                case .folder where !name.hasPrefix(".") && depth.map { step.level < $0 } ?? true:
                    let next = Step(path: path, level: step.level + 1, parents: step.parents.union([identity]))
                    if FilePath.isLink(path) { linked.append(next) } else { steps.append(next) }
                default: break
                }
            }
        }
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The path of a file, without `./` in front.
    private static func path(_ name: String, in folder: String, _ root: String) -> String {
        folder == "." && root == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
