import PacketCapture

/// A text file that is written from its beginning.
public final class TextFile {
    /// Its path.
    public let path: String
    private let file: OutputFile
    private var buffer: [UInt8] = []
    private var problem: WriteError?
    /// Bytes that are written at once.
    private static let bufferSize = 1 << 16

    /// Opens the file and empties it; `-` is standard output.
    public init(path: String) throws(AnalysisError) {
        self.path = path
        do throws(WriteError) {
            file = try OutputFile(path: path)
        } catch {
            throw AnalysisError(description: error.description)
        }
    }

    /// Finds out whether a file can be written, and changes nothing.
    public static func check(path: String) throws(AnalysisError) {
        do throws(WriteError) {
            try OutputFile.check(path: path, inputs: [])
        } catch {
            throw AnalysisError(description: error.description)
        }
    }

    /// Adds text.
    public func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.bufferSize { flush() }
    }

    /// Writes out what is still held, and tells whether all could be written.
    public func finish() throws(AnalysisError) {
        flush()
        if let problem { throw AnalysisError(description: problem.description) }
    }

    private func flush() {
        guard !buffer.isEmpty, problem == nil else { return }
        do throws(WriteError) {
            try file.write(buffer)
        } catch {
            problem = error
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
