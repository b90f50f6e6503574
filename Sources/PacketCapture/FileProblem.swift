import Glibc

/// Works out what is wrong with a file that cannot be opened.
enum FileProblem {
    /// Bytes at the beginning of a file that tell its kind.
    private static let beginningLength = 64

    /// A folder opens like a file and fails only when read, so it is looked for first.
    static func check(path: String) throws(CaptureError) {
        var status = stat()
        // Safe: the path is a C string for the call, and `status` is written before it is read.
        guard unsafe stat(path, &status) == 0 else { throw error(path: path, code: errno) }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR { throw .isFolder(path: path) }
        if kind == S_IFREG, status.st_size == 0 { throw .emptyFile(path: path) }
    }

    /// The error for what the system said.
    static func error(path: String, code: Int32) -> CaptureError {
        switch code {
        case ENOENT, ENOTDIR: .missingFile(path: path)
        case EISDIR: .isFolder(path: path)
        case EACCES, EPERM: .noReadPermission(path: path)
        // Safe: strerror returns a valid string, and the text is copied here.
        default: .unreadableFile(path: path, reason: unsafe String(cString: strerror(code)))
        }
    }

    /// The error for what libpcap said about a file that begins with `beginning`, or nil where it cannot be read again.
    static func error(path: String, beginning: [UInt8]?, reason: String) -> CaptureError {
        if reason.hasSuffix("only got 0") { return .emptyFile(path: path) }
        if reason.contains("error reading") { return .unreadableFile(path: path, reason: reason) }
        return .notACapture(path: path, looksLike: beginning.flatMap(ForeignFile.init(beginning:)))
    }

    /// The first bytes of an open file, or nil where it cannot be rewound.
    static func beginning(of file: UnsafeMutablePointer<FILE>) -> [UInt8]? {
        // Safe: the caller hands over an open file; fread writes no more than the array's capacity.
        guard unsafe fseek(file, 0, SEEK_SET) == 0 else { return nil }
        return unsafe [UInt8](unsafeUninitializedCapacity: beginningLength) { buffer, count in
            count = unsafe fread(buffer.baseAddress, 1, beginningLength, file)
        }
    }
}
