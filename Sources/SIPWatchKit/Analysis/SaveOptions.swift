import PacketCapture
import TraceTypes

/// Where the frames that were analyzed are saved, as pcapng.
public struct SaveOptions: Sendable {
    /// The file's path; `-` for standard output.
    public var path: String
    /// Bytes after which a further file is begun; nil for no limit.
    public var rotateSize: UInt64?
    /// Time after which a further file is begun; nil for no limit.
    public var rotateTime: TimeSpan?
    /// How many files are kept, the newest ones; nil for all.
    public var keepFiles: Int?
    /// Whether, of files, only the frames of those calls are saved whose messages the report keeps.
    public var savesCallsOnly = false
    /// What the file says it was written by.
    public var application = "sipwatch"

    /// Saves to one file.
    public init(path: String) {
        self.path = path
    }

    /// Finds out whether the file can be opened while `inputs` are read.
    func check(inputs: [String]) throws(AnalysisError) {
        do throws(WriteError) {
            try CaptureSaver.check(request(inputs: inputs))
        } catch {
            throw AnalysisError(description: error.description)
        }
    }

    /// What to save where, while `inputs` are read.
    func request(inputs: [String] = []) -> CaptureSaver.Request {
        var request = CaptureSaver.Request(path: path, application: application)
        request.rotation = Rotation(size: rotateSize, time: rotateTime, keep: keepFiles)
        request.inputs = inputs
        return request
    }
}
