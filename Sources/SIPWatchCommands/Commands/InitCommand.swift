import SIPWatchKit
import TraceTypes

/// `sipwatch check --init`: writes expectations that describe traces as they are.
struct InitCommand {
    private let invocation: Invocation

    init(_ invocation: Invocation) {
        self.invocation = invocation
    }

    /// Writes a file for each trace; whether all could be written.
    func run(_ checks: [TraceCheck]) -> Bool {
        var isDone = true
        for check in checks {
            do throws(AnalysisError) {
                guard let path = invocation.options.outputs.last ?? check.expectationsFile else {
                    throw AnalysisError(description: "standard input has no folder to write to; name a file with -o")
                }
                if FilePaths.isFile(path) {
                    throw AnalysisError(
                        description: "\(path) is there already and left alone; remove it, or name another file with -o")
                }
                try TextFile.check(path: path)
                let text = try check.describe()
                let file = try TextFile(path: path)
                file.write(text)
                try file.finish()
                if path != "-" { Console.output("wrote \(escaped(path))\n") }
            } catch {
                Console.complain(error.description)
                isDone = false
            }
        }
        return isDone
    }
}
