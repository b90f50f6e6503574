import TraceTypes

/// Saves frames in a pcapng file, or in several that follow each other, each whole by itself.
///
/// A failure to write is told once, by ``problem``; what comes after it is not saved, until ``reopen(at:)``.
package final class CaptureSaver {
    /// What is to be saved where.
    package struct Request: Sendable {
        /// The file's path, `-` for standard output.
        package var path: String
        /// Whether further files follow.
        package var rotation = Rotation()
        /// The program and its version.
        package var application: String
        /// What is read at the same time.
        package var inputs: [String] = []

        package init(path: String, application: String) {
            self.path = path
            self.application = application
        }
    }

    /// Bytes that are written at once.
    private static let bufferSize = 256 << 10

    /// What went wrong, until it is taken.
    var problem: WriteError?
    /// Whether anything could not be saved.
    package internal(set) var isIncomplete = false
    let request: Request
    var file: OutputFile
    var encoder = PcapngEncoder()
    /// Whether nothing more can be written to the file at hand.
    var isBroken = false
    /// Whether the next file could not be made, so that the one at hand goes on.
    var isStuck = false
    /// The interfaces that files describe, in order.
    var interfaces: [CaptureInterface] = []
    /// How many of them the file at hand describes already.
    var interfacesInFile = 0
    var delivered: [UInt64] = []
    /// What this program itself dropped of each interface's frames.
    var droppedHere: [UInt64] = []
    /// The file's beginning; for the first one, the first frame's time.
    var began: Timestamp?
    var last = Timestamp(nanoseconds: 0)
    var framesInFile = 0
    var names: [String]
    var number = 1
    private var staged = [UInt8]()
    private var stagedHeader: FrameHeader?

    /// Opens the first file; `now` is for its name.
    package init(_ request: Request, now: Timestamp = Timestamp(nanoseconds: 0)) throws(WriteError) {
        self.request = request
        let path = Self.firstPath(request, now)
        file = try OutputFile(path: path, inputs: request.inputs)
        names = [path]
        encoder.addSection(application: request.application)
    }

    /// Finds out whether the first file can be opened, and changes nothing.
    package static func check(_ request: Request, now: Timestamp = Timestamp(nanoseconds: 0)) throws(WriteError) {
        try OutputFile.check(path: firstPath(request, now), inputs: request.inputs)
    }

    private static func firstPath(_ request: Request, _ now: Timestamp) -> String {
        request.rotation.isOn ? RotatedName.name(request.path, number: 1, time: now) : request.path
    }

    /// The path of the file that is being written.
    package var path: String { file.path }
    /// How many interfaces are known.
    package var interfaceCount: Int { interfaces.count }

    /// Gives the first file to another user.
    package func give(to user: ProcessUser) {
        file.give(to: user)
    }

    /// Makes sure that the files that follow the first can be made by the user who the program is now.
    package func checkFolder(as user: ProcessUser) throws(WriteError) {
        guard request.rotation.isOn, !OutputFile.mayMakeFiles(beside: request.path) else { return }
        throw .closedFolder(path: request.path, user: user.name)
    }

    /// What went wrong since the last call.
    package func takeProblem() -> WriteError? {
        defer { problem = nil }
        return problem
    }

    /// Makes interfaces known; frames count them. Those that are known already are passed over.
    package func add(_ all: [CaptureInterface]) {
        append(all.dropFirst(interfaces.count))
    }

    private func append(_ new: some Sequence<CaptureInterface>) {
        for interface in new {
            interfaces.append(interface)
            // What was counted elsewhere says nothing of this file, unless the caller says so.
            interfaces[interfaces.count - 1].statistics = nil
            delivered.append(0)
            encoder.add(interface)
        }
    }

    /// Saves a frame of an interface that is known.
    package func save(_ header: FrameHeader, _ bytes: Span<UInt8>, comments: [String] = []) {
        guard interfaces.indices.contains(header.interface) else { return }
        last = max(last, header.time)
        guard !isBroken else { return }
        rotateIfDue(at: header.time, adding: bytes.count)
        began = began ?? header.time
        delivered[header.interface] &+= 1
        framesInFile += 1
        encoder.addFrame(
            interface: header.interface, time: header.time, wireLength: header.wireLength, bytes, comments: comments)
        if encoder.bytes.count >= Self.bufferSize { flush() }
    }

    /// Keeps a frame until ``commit(comments:interfaces:)``: what a source says of it is known only afterwards.
    package func stage(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        staged.removeAll(keepingCapacity: true)
        // Safe: the pointer is used during the call only.
        unsafe bytes.withUnsafeBufferPointer { unsafe staged.append(contentsOf: $0) }
        stagedHeader = header
    }

    /// Saves the frame that was kept, if there is one. `interfaces` gives those from an index on, and is asked for such
    /// as are not known yet.
    package func commit(comments: [String], interfaces rest: (_ start: Int) -> [CaptureInterface]) {
        guard let header = stagedHeader else { return }
        stagedHeader = nil
        if header.interface >= interfaces.count { append(rest(interfaces.count)) }
        let frame = staged
        save(header, frame.span, comments: comments)
    }

    /// Takes note of what was counted so far, for each interface.
    package func update(_ statistics: [KernelStatistics?], droppedHere: [UInt64] = []) {
        for (index, statistics) in statistics.enumerated() where interfaces.indices.contains(index) {
            interfaces[index].statistics = statistics
        }
        self.droppedHere = droppedHere
    }

    /// Writes out what is buffered, and begins a new file where it is time to.
    package func pass(to time: Timestamp) {
        last = max(last, time)
        rotateIfDue(at: time, adding: 0)
        flush()
    }

    /// Ends the file.
    package func finish(_ statistics: [KernelStatistics?]? = nil) {
        if let statistics { update(statistics) }
        endFile()
    }
}
