/// Opens a capture file or standard input.
enum FileOpener {
    /// The name that stands for standard input.
    private static let standardInput = "-"
    /// Bytes of the buffers of all files together, within which each gets between `smallest` and `largest`.
    private static let (allBuffers, smallest, largest) = (16 << 20, 16 << 10, 256 << 10)

    /// A reader for `path`, one of `count` files, or the reason there is none. With patience, what is wrong with an
    /// input that may grow is known only when there is something to read.
    static func open(
        _ path: String, of count: Int, filter: FrameFilter?, patience: Patience
    ) throws(CaptureError) -> FrameReader {
        let isStandardInput = path == standardInput
        let input: InputDescriptor
        if isStandardInput {
            input = InputDescriptor(standardInput: patience)
        } else {
            try FileProblem.check(path: path, mayGrow: patience.followsFiles)
            input = try InputDescriptor(path: path, patience: patience)
        }
        let size = min(largest, max(smallest, allBuffers / max(count, 1)))
        let unopened = UnopenedReader(
            name: path, calledInErrors: isStandardInput ? "standard input" : path, input, bufferSize: size, filter)
        guard !input.isPatient else { return unopened }
        while true {
            guard case .opened(let reader) = try unopened.read() else { continue }
            return reader
        }
    }
}
