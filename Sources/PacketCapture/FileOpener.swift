/// Opens a capture file or standard input.
enum FileOpener {
    /// The name that stands for standard input.
    static let standardInput = "-"

    /// An opened handle for `path`, or the reason there is none.
    static func open(_ path: String) throws(CaptureError) -> PcapHandle {
        guard path != standardInput else { return try PcapHandle(standardInput: "standard input") }
        try FileProblem.check(path: path)
        return try PcapHandle(path: path)
    }
}
