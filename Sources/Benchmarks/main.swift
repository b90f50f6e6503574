import Foundation
import PacketCapture

/// Says what went wrong on standard error and ends with status 2.
func fail(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("Benchmarks: \(reason)\n".utf8))
    exit(2)
}

/// The beginning of a row: its name, filled up to a column. Foundation pads no objects on Linux.
func column(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 22 - name.count))
}

/// The most memory that the process has had so far, in millions of bytes; zero where the system does not tell.
func peakMegabytes() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    return (kilobytes ?? 0) * 1024 / 1e6
}

/// One line of the table for the messages of some captures.
func row(_ benchmark: ParseBenchmark, _ name: String, _ files: [String]) throws(CaptureError) -> String {
    let corpus = try Corpus(files: files)
    guard !corpus.messages.isEmpty else { fail("\(name): no SIP over UDP in it") }
    guard let result = benchmark.run(corpus) else { fail("\(name): a message could not be parsed") }
    let numbers = String(
        format: "%9ld %11ld %12.0f %9.0f %24.4f", corpus.messages.count, corpus.bytes.count / corpus.messages.count,
        result.messagesPerSecond, 1e9 / result.messagesPerSecond, result.allocationsPerMessage)
    return column(name) + numbers
}

/// Prints the table of the parser: for each set a line, and one more with inspection.
func printParsing(_ benchmark: ParseBenchmark, _ sets: [(name: String, files: [String])]) throws(CaptureError) {
    print("                       messages  bytes each   messages/s  ns each  allocations per message")
    for set in sets {
        print(try row(benchmark, set.name, set.files))
        var inspecting = benchmark
        inspecting.inspects = true
        print(try row(inspecting, set.name + ", inspected", set.files))
    }
}

/// Prints the table of reading and decoding: for each file a line.
func printReading(_ benchmark: CaptureBenchmark, _ sets: [(name: String, files: [String])]) throws(CaptureError) {
    print("                          frames   payloads     frames/s  ns each  seconds  allocations each  peak MB")
    for set in sets {
        for file in set.files {
            let result = try benchmark.run(file)
            guard result.frames > 0 else { fail("\(file): no frames in it") }
            print(
                column(set.name)
                    + String(
                        format: "%10ld %10ld %12.0f %8.0f %8.2f %17.4f %8.1f", result.frames, result.payloads,
                        Double(result.frames) / result.seconds, result.seconds * 1e9 / Double(result.frames),
                        result.seconds, result.allocationsPerFrame, peakMegabytes()))
        }
    }
}

let usage = "usage: Benchmarks parse|capture [--rounds N] [--messages N] NAME FILE... [-- NAME FILE...]"
var arguments = Array(CommandLine.arguments.dropFirst())
guard let subject = arguments.first, ["parse", "capture"].contains(subject) else { fail(usage) }
arguments.removeFirst()
var parsing = ParseBenchmark()
var reading = CaptureBenchmark()
while let option = arguments.first, option.hasPrefix("-") {
    guard ["--rounds", "--messages"].contains(option) else { fail("unknown option '\(option)'") }
    guard let value = arguments.dropFirst().first.flatMap({ Int($0) }), value > 0 else {
        fail("\(option) takes a whole number above 0")
    }
    if option == "--rounds" {
        parsing.rounds = value
        reading.rounds = value
    } else {
        parsing.roundMessages = value
    }
    arguments.removeFirst(2)
}
let sets = arguments.split(separator: "--").compactMap { set in
    set.first.map { (name: $0, files: Array(set.dropFirst())) }
}
guard !sets.isEmpty, sets.allSatisfy({ !$0.files.isEmpty }) else { fail(usage) }
do throws(CaptureError) {
    if subject == "parse" { try printParsing(parsing, sets) } else { try printReading(reading, sets) }
} catch {
    fail(error.description)
}
