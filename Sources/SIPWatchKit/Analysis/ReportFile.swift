import PacketCapture

/// A file that standard output goes to instead.
public final class ReportFile {
    private let path: String
    private var file: OutputFile

    /// Opens the file, empties it, and puts it in the place of standard output.
    public init(path: String, inputs: [String] = []) throws(AnalysisError) {
        self.path = path
        do throws(WriteError) {
            file = try OutputFile(path: path, inputs: inputs, appends: true)
        } catch {
            throw AnalysisError(description: error.description)
        }
        file.replaceStandardOutput()
    }

    /// Goes on in a new file of the same name, unless the name still leads to the file at hand. To be called when
    /// nothing is buffered. Returns what is wrong where that cannot be done; the file at hand then goes on.
    func reopen() -> WriteError? {
        guard !file.isSame(path) else { return nil }
        do throws(WriteError) {
            file = try OutputFile(path: path, appends: true)
            file.replaceStandardOutput()
            return nil
        } catch {
            return error
        }
    }

    /// Gives the file to another user.
    func give(to user: ProcessUser) {
        file.give(to: user)
    }
}
