import Foundation
import PacketCapture
import SIPChecking
import TraceTypes

/// Which traces the words of a command line mean: files, folders with all captures below them, and patterns.
public struct TraceFinder {
    /// What was found.
    public struct Result: Equatable {
        /// The traces, in the order of the words, each once; those of a folder or a pattern by their paths.
        public var traces: [String] = []
        /// Words that mean nothing.
        public var problems: [Problem] = []
        /// Files of expectations whose trace is not there.
        public var orphans: [String] = []
    }

    /// A word that means nothing.
    public struct Problem: Equatable, Sendable {
        /// The word, or the folder.
        public var word: String
        /// Why, and what to do, in a line.
        public var message: String
    }

    /// What captures end in, before `.gz` or `.zst`.
    public static let extensions = ["pcap", "pcapng", "cap"]
    static let compressions = ["gz", "zst"]

    private var result = Result()
    private var seen: Set<String> = []
    private var looked = 0

    /// Finds the traces that the words mean.
    public static func find(_ words: [String]) -> Result {
        var finder = TraceFinder()
        for word in words { finder.add(word) }
        return finder.result
    }

    private static func isCapture(_ name: String) -> Bool {
        let parts = name.lowercased().split(separator: ".").map(String.init)
        guard parts.count > 1, let last = parts.last else { return false }
        guard compressions.contains(last) else { return extensions.contains(last) }
        return parts.count > 2 && extensions.contains(parts[parts.count - 2])
    }

    private mutating func add(_ word: String) {
        let kind = FilePath.kind(word)
        if kind == .folder {
            addFolder(word)
        } else if kind == .nothing, word != "-", PathPattern.isPattern(word) {
            addPattern(word)
        } else {
            addTrace(word)
        }
    }

    private mutating func addProblem(_ word: String, _ message: String) {
        result.problems.append(Problem(word: word, message: message))
    }

    private mutating func addTrace(_ path: String) {
        if seen.insert(path).inserted { result.traces.append(path) }
    }

    private mutating func addFolder(_ folder: String) {
        guard let files = files(below: folder, depth: nil, .onceEach)?.filter({ !Self.name($0).hasPrefix(".") })
        else { return }
        let traces = files.filter { Self.isCapture(Self.name($0)) }
        let stems = Set(traces.map(Self.stem))
        result.orphans += files.filter { path in
            guard let suffix = Self.suffixes.first(where: path.hasSuffix) else { return false }
            let own = String(path.dropLast(suffix.count))
            // One with a wrong name is told with its trace.
            return !stems.contains(own) && !stems.contains(Self.stem(of: own))
        }
        traces.forEach { addTrace($0) }
        if traces.isEmpty {
            let endings = listed(Self.extensions.map { ".\($0)" }, "or")
            addProblem(
                folder, "no captures in this folder; their names end in \(endings), perhaps with .gz or .zst behind")
        }
    }

    private mutating func addPattern(_ text: String) {
        let pattern = PathPattern(text.contains("/") ? text : "./" + text)
        let root = pattern.root
        guard FilePath.kind(root) == .folder else {
            addProblem(text, "there is no folder \(quoted(root)); check the name and the folder you are in")
            return
        }
        guard let matches = files(below: root, depth: pattern.depth, .everywhere)?.filter(pattern.matches)
        else { return }
        matches.forEach { addTrace($0) }
        if matches.isEmpty {
            addProblem(text, "no file matches this pattern; check the folder and the quotation marks")
        }
    }

    /// The files in a folder and below; nil where what is wrong with the folder is told and all there is to tell.
    private mutating func files(below root: String, depth: Int?, _ links: FolderWalk.Links) -> [String]? {
        var walk = FolderWalk(looked: looked)
        walk.walk(root, depth: depth, links)
        looked = walk.looked
        for folder in walk.unreadable { addProblem(folder, "this folder cannot be read; check its permissions") }
        if walk.isFull {
            addProblem(root, "there are more than \(FolderWalk.mostFiles) files in this folder; name a smaller one")
        }
        return walk.files.isEmpty && (walk.isFull || !walk.unreadable.isEmpty) ? nil : walk.files
    }

    private static func name(_ path: String) -> String { (path as NSString).lastPathComponent }
}
