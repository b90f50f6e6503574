import PacketCapture
import SIPChecking
import TraceTypes
import YAMLReading

/// Files that people write for a check.
public enum SmallFile {
    /// All bytes of a file, or one more than `limit`; nil where there is nothing of that name.
    ///
    /// Throws where it is there and cannot be read, a link that leads nowhere among it. A pipe is read where somebody
    /// named it, `takesPipes`; one that lies about would be waited for without end.
    public static func read(
        _ path: String, limit: Int = YAMLLimits().bytes, takesPipes: Bool = false
    ) throws(AnalysisError) -> [UInt8]? {
        do throws(FileBytes.Problem) {
            return try FileBytes.read(path, count: limit + 1, takesPipes: takesPipes)
        } catch {
            throw AnalysisError(description: "\(escaped(path)) cannot be read: \(error.reason)")
        }
    }

    /// The same of a file that somebody named, and that has to be there.
    public static func required(_ path: String, limit: Int = YAMLLimits().bytes) throws(AnalysisError) -> [UInt8] {
        guard let bytes = try read(path, limit: limit, takesPipes: true) else {
            throw AnalysisError(description: "there is no file \(quoted(path)); check the name")
        }
        return bytes
    }
}

extension AnalysisError {
    /// An error of a file that people write: file, line, column and what is wrong.
    init(_ error: YAMLError, in path: String) {
        self.init(description: "\(escaped(path)):\(error)")
    }
}
