import PacketCapture
import SIPDialogs
import SIPFindings
import SIPReporting
import TraceTypes

/// Analyzing saved captures.
extension Analyzer {
    /// Reads capture files, merged by time, to their ends; `-` is standard input.
    ///
    /// With `limit`, reading stops after so many frames of all files together. `progress` is called now and then with the
    /// number of frames read.
    /// Throws one line that says what is wrong and what to do when a file cannot be read at
    /// all; a file that breaks off is reported as far as it goes, and the account says where.
    public static func analyze(
        files: [String], filter: String? = nil, limit: UInt64? = nil, options: AnalysisOptions = AnalysisOptions(),
        onFinished: ((Exchange, [Finding]) -> Void)? = nil, progress: ((UInt64) -> Void)? = nil
    ) throws(AnalysisError) -> Report {
        var analyzer = Analyzer(options: options)
        analyzer.onFinished = onFinished
        do throws(CaptureError) {
            var source = try CaptureSource(files: files, filter: filter)
            reading: while limit.map({ analyzer.frameCount < $0 }) ?? true {
                switch try source.next({ analyzer.feed($0, $1) }) {
                case .frame:
                    if let progress, analyzer.frameCount & 0x3FFF == 0 { progress(analyzer.frameCount) }
                case .idle: break
                case .end: break reading
                }
            }
            return analyzer.finish(source.inputs)
        } catch {
            throw AnalysisError(description: error.description)
        }
    }
}

extension Analyzer {
    /// Ends the capture and hands over the report with an account of each input.
    mutating func finish(_ inputs: [InputAccount]) -> Report {
        var report = finish()
        report.account.inputs = inputs.indices.map { index in
            var input = CaptureAccount.Input(inputs[index])
            input.undecodedFrames = undecodedByInput[index] ?? [:]
            return input
        }
        return report
    }
}

/// Why an input cannot be analyzed, in one line that says what is wrong and what to do.
public struct AnalysisError: Error, CustomStringConvertible {
    /// The line.
    public let description: String
}

extension CaptureAccount.Input {
    init(_ account: InputAccount) {
        let cut: String? =
            switch account.end {
            case .truncatedFile(let reason): "cut in the middle of a record (\(reason))"
            case .damagedFile(let reason): "damaged (\(reason))"
            case .complete, nil: nil
            }
        self.init(
            name: account.name, frames: account.frames, firstTime: account.firstTime, lastTime: account.lastTime,
            cut: cut)
    }
}
