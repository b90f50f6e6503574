import Glibc

/// A file that is being written, or standard output.
package final class OutputFile {
    /// The name that stands for standard output.
    package static let standardOutput = "-"

    /// Its path.
    package let path: String
    /// How many bytes were written.
    private(set) var length: UInt64 = 0
    /// The system's number for it.
    package let descriptor: Int32
    private let status: stat
    /// Whether there was no such file before.
    private let isNew: Bool

    /// Opens a file and empties it, or what already is open as standard output. A file that is one of `inputs` is
    /// left alone. With `appends` writers in other places do not overwrite each other. Root follows no link, which
    /// somebody else may have put there.
    package init(path: String, inputs: [String] = [], appends: Bool = false) throws(WriteError) {
        self.path = path
        if path == Self.standardOutput {
            (descriptor, isNew) = (dup(STDOUT_FILENO), false)
        } else {
            (descriptor, isNew) = Self.open(path, appends ? O_APPEND : 0)
        }
        let code = errno
        var status = stat()
        // Safe: `status` is the structure that the call fills, and stays as it is when the call fails.
        if descriptor >= 0 { unsafe fstat(descriptor, &status) }
        self.status = status
        guard descriptor >= 0 else {
            throw Self.error(path, code, inputs: inputs)
        }
        if inputs.contains(where: isSame) { throw .isInput(path: path) }
        guard isRegular, path != Self.standardOutput, ftruncate(descriptor, 0) != 0 else { return }
        throw Self.error(path, errno)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Opens a file to write to, and tells whether it was made for that.
    private static func open(_ path: String, _ flags: Int32) -> (descriptor: Int32, isNew: Bool) {
        let flags = flags | O_WRONLY | O_CREAT | O_CLOEXEC
        // Safe: the path is a C string for the call.
        let new = unsafe Glibc.open(path, flags | O_EXCL, 0o666)
        guard new < 0, errno == EEXIST else { return (new, new >= 0) }
        let noLink = geteuid() == 0 && !standsForDescriptor(path) ? O_NOFOLLOW : 0
        // Safe: the path is a C string for the call.
        return (unsafe Glibc.open(path, flags | noLink, 0o666), false)
    }

    /// Whether a path is one of the system's own links to what the process has open.
    private static func standsForDescriptor(_ path: String) -> Bool {
        if path == "/dev/stdout" || path == "/dev/stderr" { return true }
        return ["/dev/fd/", "/proc/self/fd/"].contains { path.hasPrefix($0) && UInt(path.dropFirst($0.count)) != nil }
    }

    /// Finds out whether a file can be opened, and changes nothing. A device or a pipe is not tried: somebody might
    /// take notice.
    package static func check(path: String, inputs: [String]) throws(WriteError) {
        let status = FilePath.status(path)
        if path == standardOutput || status.map({ ![S_IFREG, S_IFDIR].contains($0.st_mode & S_IFMT) }) == true {
            return
        }
        if inputs.contains(where: { FilePath.areSame($0, path) }) { throw .isInput(path: path) }
        let (descriptor, isNew) = open(path, 0)
        guard descriptor >= 0 else { throw error(path, errno, inputs: inputs) }
        close(descriptor)
        if isNew { remove(path) }
    }

    /// Whether `path` leads to this very file.
    package func isSame(_ path: String) -> Bool {
        FilePath.status(path).map { FilePath.isSame($0, status) } ?? false
    }

    /// Whether this user may make files in the folder that `path` is in.
    static func mayMakeFiles(beside path: String) -> Bool {
        // Safe: the path is a C string for the call.
        unsafe access(FilePath.parts(path).folder, W_OK | X_OK) == 0
    }

    /// Takes a file away; one that somebody else took away is gone all the same.
    static func remove(_ path: String) {
        // Safe: the path is a C string for the call.
        _ = unsafe unlink(path)
    }

    /// Goes back to the beginning of a file that somebody else emptied; false where nobody did.
    func rewindIfEmptied() -> Bool {
        var now = stat()
        // Safe: `now` is read only after it was filled.
        guard isRegular, path != Self.standardOutput, length > 0, unsafe fstat(descriptor, &now) == 0, now.st_size == 0
        else { return false }
        lseek(descriptor, 0, SEEK_SET)
        length = 0
        return true
    }

    /// Gives the file to another user. One that was there before stays with its owner.
    package func give(to user: ProcessUser) {
        guard isNew, isRegular else { return }
        _ = fchown(descriptor, user.id, user.group)
    }

    /// Writes all of `bytes`. What a failed call wrote of them is taken back where the file allows it, so that it ends
    /// as it did before.
    package func write(_ bytes: [UInt8]) throws(WriteError) {
        var done = 0
        while done < bytes.count {
            // Safe: the pointer and the count lie within the array, and are used during the call only.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
                return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count >= 0 {
                done += count
            } else if errno == EAGAIN {
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                // Safe: one descriptor is passed.
                unsafe poll(&request, 1, -1)
            } else if errno != EINTR {
                let code = errno
                if isRegular, done > 0 { takeBack() }
                throw .notWritten(path: path, reason: Self.reason(code))
            }
        }
        length += UInt64(bytes.count)
    }

    private var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }

    private func takeBack() {
        guard ftruncate(descriptor, off_t(clamping: length)) == 0 else { return }
        lseek(descriptor, off_t(clamping: length), SEEK_SET)
    }

    private static func error(_ path: String, _ code: Int32, inputs: [String] = []) -> WriteError {
        switch code {
        case ELOOP where inputs.contains { FilePath.areSame($0, path) }: .isInput(path: path)
        case EISDIR: .isFolder(path: path)
        case ENOENT, ENOTDIR: .missingFolder(path: path)
        case ELOOP: .isLink(path: path)
        case EACCES, EPERM: .noPermission(path: path)
        default: .notOpened(path: path, reason: reason(code))
        }
    }

    private static func reason(_ code: Int32) -> String {
        // Safe: strerror returns a valid string, and the text is copied here.
        unsafe String(cString: strerror(code))
    }
}

extension OutputFile {
    /// Puts the file in the place of standard output.
    package func replaceStandardOutput() {
        dup2(descriptor, STDOUT_FILENO)
    }
}
