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
    let numbers = String(
        format: "%9ld %11ld %12.0f %9.0f %24.4f", corpus.messages.count, corpus.bytes.count / corpus.messages.count,
        result.messagesPerSecond, 1e9 / result.messagesPerSecond, result.allocationsPerMessage)
    // Foundation pads no objects on Linux.
    return name + String(repeating: " ", count: max(1, 22 - name.count)) + numbers
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
while let option = arguments.first, option.hasPrefix("-") {
    guard ["--rounds", "--messages"].contains(option) else { fail("unknown option '\(option)'") }
    guard let value = arguments.dropFirst().first.flatMap({ Int($0) }), value > 0 else {
        fail("\(option) takes a whole number above 0")
    }
    if option == "--rounds" { benchmark.rounds = value } else { benchmark.roundMessages = value }
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
