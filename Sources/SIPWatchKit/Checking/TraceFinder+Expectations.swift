import PacketCapture

/// The names of the files of expectations.
extension TraceFinder {
    /// What files of expectations end in, in the place of the trace's extensions.
    public static let expectationsSuffix = ".sipwatch.yaml"
    /// Endings of files that people take for expectations; the first is right.
    static let suffixes = [expectationsSuffix, ".sipwatch.yml"]

    /// The file of expectations that belongs to a trace.
    public static func expectations(of trace: String) -> String {
        stem(of: trace) + expectationsSuffix
    }

    /// The path without what tells that it is a capture.
    static func stem(of path: String) -> String {
        var stem = path
        for endings in [compressions, extensions] {
            if let ending = endings.first(where: { stem.lowercased().hasSuffix(".\($0)") }) {
                stem = String(stem.dropLast(ending.count + 1))
            }
        }
        return stem
    }

    /// A file beside a trace that looks like its expectations and is not, by its name: `run.sipwatch.yml`, or
    /// `run.pcap.sipwatch.yaml`; nil where there is none.
    static func misnamedExpectations(of trace: String) -> String? {
        let right = expectations(of: trace)
        let stem = stem(of: trace)
        let unpacked = compressions.first { trace.lowercased().hasSuffix(".\($0)") }
            .map { String(trace.dropLast($0.count + 1)) }
        for own in [stem, trace, unpacked ?? trace] {
            let found = suffixes.map { own + $0 }.first { $0 != right && FilePath.kind($0) != .nothing }
            // What stands behind the whole name may be for another capture, `run.pcap.pcapng`.
            let isOfAnother = own != stem && extensions.contains { FilePath.kind("\(own).\($0)") != .nothing }
            if let found, !isOfAnother { return found }
        }
        return nil
    }
}
