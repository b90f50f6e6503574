import SIPChecking
import TraceTypes

/// What a trace is expected to show as it was read from a file, or why it cannot be: that is a problem of the trace.
public struct TraceExpectations: Sendable {
    /// The expectations; nil without a file, and with one that cannot be used.
    let expectations: Expectations?
    /// Why there is no verdict.
    let problem: TraceProblem?

    /// Reads the file that somebody named, for one trace or for many. It has to be there.
    public init(named file: String) {
        self.init(file) { () throws(AnalysisError) in try SmallFile.required(file) }
    }

    /// Reads the file beside a trace, if there is one; standard input has none.
    public init(beside trace: String) {
        let file = TraceFinder.expectations(of: trace)
        self.init(file) { () throws(AnalysisError) in
            guard trace != "-" else { return nil }
            if let wrong = TraceFinder.misnamedExpectations(of: trace) {
                throw AnalysisError(description: "\(escaped(wrong)) is not read; name it \(escaped(file))")
            }
            return try SmallFile.read(file)
        }
    }

    private init(_ expectations: Expectations?, _ problem: TraceProblem?) {
        self.expectations = expectations
        self.problem = problem
    }

    private init(_ file: String, _ read: () throws(AnalysisError) -> [UInt8]?) {
        do throws(AnalysisError) {
            let bytes = try read()
            do throws(ExpectationError) {
                self.init(try bytes.map { bytes throws(ExpectationError) in try .read(bytes, path: file) }, nil)
            } catch {
                self.init(nil, TraceProblem(.unreadable, error.message, fails: true, position: error.position))
            }
        } catch {
            self.init(nil, TraceProblem(.unreadable, error.description, fails: true))
        }
    }

    /// Whether the file can be used, or there is none.
    public var isUsable: Bool { problem == nil }
}
