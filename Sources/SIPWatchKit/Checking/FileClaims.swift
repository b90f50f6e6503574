import PacketCapture
import TraceTypes

/// Which files a check reads and which it writes. One that is written is nothing else as well.
public struct FileClaims {
    /// What a file is written as.
    public enum Product: Equatable, Sendable {
        case baseline, output
        /// The snapshot of the trace with this path.
        case snapshot(of: String)
    }

    /// What a file is, by its identity; nil for one that is read.
    private var uses: [FileIdentity: Product?] = [:]

    /// Knows of no file yet.
    public init() {}

    /// Takes note of files that are read, whether they are there or not.
    public mutating func read(_ paths: [String]) {
        for path in paths where !Self.isStream(path) {
            if let file = FilePath.identity(path) { uses[file] = .some(nil) }
        }
    }

    /// Takes note of a file that is to be written, and changes nothing. Throws when it is something else already. A
    /// trace may name its snapshot twice.
    public mutating func write(_ path: String, as product: Product) throws(AnalysisError) {
        guard !Self.isStream(path) else { return }
        let file = FilePath.identity(path)
        switch file.flatMap({ uses[$0] }) {
        case .none: break
        case .some(.none): throw AnalysisError(description: WriteError.isInput(path: path).description)
        case .some(.some(let other)):
            if other == product, product != .output { return }
            throw AnalysisError(
                description: "\(path): would be written twice, as \(other.text) and as \(product.text); name two files")
        }
        if let file { uses[file] = .some(product) }
    }

    /// Whether a path leads to no file, but to a pipe, a device or standard output: they can be more than one thing.
    private static func isStream(_ path: String) -> Bool {
        path == OutputFile.standardOutput || FilePath.isReadOnce(path)
    }
}

extension FileClaims.Product {
    fileprivate var text: String {
        switch self {
        case .baseline: "the baseline"
        case .output: "an output"
        case .snapshot(let trace): "the snapshot of \(quoted(trace))"
        }
    }
}
