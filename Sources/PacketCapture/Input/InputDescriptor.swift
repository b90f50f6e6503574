import Glibc

/// An open file, pipe or terminal, from which bytes are read as they come.
///
/// `@safe`: buffers are written only as far as their callers say they reach.
@safe final class InputDescriptor {
    private let descriptor: Int32
    private let isOwned: Bool
    private let isRegular: Bool
    private let patience: Patience
    /// Whether reading ended because nobody wanted to wait.
    private(set) var wasStopped = false

    /// Opens a file.
    init(path: String, patience: Patience) throws(CaptureError) {
        // Safe: the path is a C string for the call.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem.error(path: path, code: errno) }
        isOwned = true
        isRegular = Self.isRegular(descriptor)
        self.patience = patience
    }

    /// Takes standard input.
    init(standardInput patience: Patience) {
        descriptor = STDIN_FILENO
        isOwned = false
        isRegular = Self.isRegular(STDIN_FILENO)
        self.patience = patience
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    private static func isRegular(_ descriptor: Int32) -> Bool {
        var status = stat()
        // Safe: `status` is written before it is read.
        return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether all of it is there already, and stays as it is.
    var isWhole: Bool { isRegular && !patience.followsFiles }
    /// Whether `.nothingYet` may be answered.
    var isPatient: Bool { isRegular ? patience.followsFiles : patience.isPatient }

    /// Reads what is there, at most `count` bytes. Without patience it waits for the first of them.
    func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) -> ReadOutcome {
        while true {
            if !isRegular, isPatient, !isReadable(within: 0) { return pause() }
            // Safe: the caller says that the buffer has room for `count` bytes.
            let got = unsafe Glibc.read(descriptor, buffer, count)
            if got > 0 { return .bytes(got) }
            if got == 0 { return isRegular && patience.followsFiles ? pause() : .end }
            let code = errno
            switch code {
            case EINTR: continue
            case EAGAIN: wait()
            default: return .failed(.damagedFile("reading failed: \(FileProblem.reason(code))"))
            }
        }
    }

    /// Waits for more bytes, but not long where that is to be had; a signal may end it.
    func wait() {
        if isRegular {
            usleep(UInt32(Patience.interval) * 1000)
        } else {
            _ = isReadable(within: isPatient ? Patience.interval : -1)
        }
    }

    /// Reads bytes from a place in a regular file without moving on; nil where there are not so many.
    func bytes(at offset: Int, count: Int) -> [UInt8]? {
        // Safe: pread writes no more than the array's capacity.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = unsafe max(0, pread(descriptor, buffer.baseAddress, count, offset))
        }
        return bytes.count == count ? bytes : nil
    }

    /// The size of a regular file.
    var size: Int {
        var status = stat()
        // Safe: `status` is written before it is read.
        return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    private func pause() -> ReadOutcome {
        guard patience.isOver else { return .nothingYet }
        wasStopped = true
        return .end
    }

    private func isReadable(within timeout: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // Safe: one descriptor is passed.
        return unsafe poll(&request, 1, timeout) > 0
    }
}
