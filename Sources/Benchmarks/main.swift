import Foundation
import PacketCapture

/// Says what went wrong on standard error and ends with status 2.
func fail(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("Benchmarks: \(reason)\n".utf8))
    exit(2)
}

/// One line of the table for the messages of some captures.
func row(_ benchmark: ParseBenchmark, _ name: String, _ files: [String]) throws(CaptureError) -> String {
    let corpus = try Corpus(files: files)
    guard !corpus.messages.isEmpty else { fail("\(name): no SIP over UDP in it") }
    guard let result = benchmark.run(corpus) else { fail("\(name): a message could not be parsed") }
    return String(
        format: "%-21@ %9ld %11ld %12.0f %9.0f %24.4f", name, corpus.messages.count,
        corpus.bytes.count / corpus.messages.count, result.messagesPerSecond, 1e9 / result.messagesPerSecond,
        result.allocationsPerMessage)
}

/// Prints the line of a set, and one more with inspection.
func printRows(_ benchmark: ParseBenchmark, _ name: String, _ files: [String]) throws(CaptureError) {
    print(try row(benchmark, name, files))
    var inspecting = benchmark
    inspecting.inspects = true
    print(try row(inspecting, name + ", inspected", files))
}

var arguments = Array(CommandLine.arguments.dropFirst())
var benchmark = ParseBenchmark()
while arguments.count >= 2, let value = Int(arguments[1]), value > 0 {
    switch arguments[0] {
    case "--rounds": benchmark.rounds = value
    case "--messages": benchmark.roundMessages = value
    default: fail("unknown option '\(arguments[0])'")
    }
    arguments.removeFirst(2)
}
guard arguments.count >= 2 else {
    fail("usage: Benchmarks [--rounds N] [--messages N] NAME FILE... [-- NAME FILE...]")
}
print("                       messages  bytes each   messages/s  ns each  allocations per message")
do throws(CaptureError) {
    for set in arguments.split(separator: "--") {
        guard let name = set.first else { continue }
        try printRows(benchmark, name, Array(set.dropFirst()))
    }
} catch {
    fail(error.description)
}
