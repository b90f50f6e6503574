import Glibc

/// Works out what is wrong with a file that cannot be opened.
enum FileProblem {
    /// A folder opens like a file and fails only when read, so it is looked for first. An empty file may be one that is
    /// about to grow.
    static func check(path: String, mayGrow: Bool) throws(CaptureError) {
        var status = stat()
        // Safe: the path is a C string for the call, and `status` is written before it is read.
        guard unsafe stat(path, &status) == 0 else { throw error(path: path, code: errno) }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR { throw .isFolder(path: path) }
        if kind == S_IFREG, status.st_size == 0, !mayGrow { throw .emptyFile(path: path) }
    }

    /// The error for what the system said.
    static func error(path: String, code: Int32) -> CaptureError {
        switch code {
        case ENOENT, ENOTDIR: .missingFile(path: path)
        case EISDIR: .isFolder(path: path)
        case EACCES, EPERM: .noReadPermission(path: path)
        case EMFILE, ENFILE: .tooManyFiles(path: path)
        default: .unreadableFile(path: path, reason: reason(code))
        }
    }

    /// What the system says of an error code.
    static func reason(_ code: Int32) -> String {
        // Safe: strerror returns a valid string, and the text is copied here.
        unsafe String(cString: strerror(code))
    }
}
