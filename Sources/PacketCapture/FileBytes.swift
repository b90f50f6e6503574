import Glibc

/// Reading a file at once.
package enum FileBytes {
    /// Why a file that is there cannot be read: half a sentence about "it".
    package struct Problem: Error, Equatable, Sendable {
        /// As in `it is a folder, not a file`.
        package let reason: String
    }

    /// The first bytes of a file, at most `count`; nil where there is nothing of that name.
    ///
    /// A file or a character device is read, and a pipe with `takesPipes`; all else, and a link that leads nowhere,
    /// is a problem.
    package static func read(_ path: String, count: Int, takesPipes: Bool) throws(Problem) -> [UInt8]? {
        // Opening a pipe waits for somebody to write to it, unless told otherwise.
        let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (takesPipes ? 0 : O_NONBLOCK)
        // Safe: the path is a C string for the call.
        let descriptor = unsafe open(path, flags)
        guard descriptor >= 0 else {
            let code = errno
            guard FilePath.kind(path) != .nothing else { return nil }
            throw Problem(reason: reason(code))
        }
        defer { close(descriptor) }
        var status = stat()
        // Safe: `status` is read only after it was filled.
        guard unsafe fstat(descriptor, &status) == 0 else { throw Problem(reason: reason(errno)) }
        switch FilePath.kind(status) {
        case .file, .characterDevice: break
        case .pipe where takesPipes: break
        case .pipe: throw Problem(reason: "it is a pipe, not a file")
        case .folder: throw Problem(reason: "it is a folder, not a file")
        default: throw Problem(reason: "it is not a file")
        }
        return try read(descriptor, count)
    }

    /// Bytes that are asked for at once.
    private static let pieceSize = 1 << 16

    private static func read(_ descriptor: Int32, _ count: Int) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while bytes.count < count {
            let wanted = min(pieceSize, count - bytes.count)
            // Safe: the array has room for `wanted` bytes, and the pointer is used during the call only.
            let got = unsafe piece.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, wanted) }
            if got > 0 {
                bytes += piece.prefix(got)
            } else if got == 0 {
                break
            } else if errno != EINTR {
                throw Problem(reason: reason(errno))
            }
        }
        return bytes
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "there is no permission to read it"
        case ENOENT, ENOTDIR: "it is a link to a file that is not there"
        case ELOOP: "its links lead in a circle"
        case ENXIO: "it is a socket, not a file"
        default: "the system says: \(FileProblem.reason(code))"
        }
    }
}
