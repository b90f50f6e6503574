import Foundation
import TraceGeneration

/// Says what went wrong on standard error and ends with status 2.
func fail(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("TraceGenerator: \(reason)\n".utf8))
    exit(2)
}

/// Opens a new file, or standard output for `-`.
func outputHandle(_ path: String) -> FileHandle {
    if path == "-" {
        if isatty(STDOUT_FILENO) == 1 { fail("not writing binary data to a terminal; use --output FILE") }
        return .standardOutput
    }
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
    else { fail("cannot write '\(path)'") }
    return handle
}

do {
    switch try GeneratorCommand.parse(Array(CommandLine.arguments.dropFirst())) {
    case .help: print(GeneratorCommand.usage, terminator: "")
    case .listKinds: print(GeneratorCommand.kindList, terminator: "")
    case .generate(let options, let output, let truthPath):
        let handle = outputHandle(output)
        let truthHandle = truthPath.map(outputHandle)
        let truth = try SyntheticTrace(options).write { bytes in try handle.write(contentsOf: Data(bytes)) }
        if let truthHandle {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try truthHandle.write(contentsOf: encoder.encode(truth) + Data("\n".utf8))
        }
    }
} catch let error as OptionError {
    fail(error.description)
} catch {
    fail("cannot write: \(error.localizedDescription)")
}
