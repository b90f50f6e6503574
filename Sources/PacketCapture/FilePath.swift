import Glibc

/// What tells a file from all others: the same for every path that leads to it. One that is not there yet is known by
/// its folder and its name.
package struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let name: String

    init(_ status: stat, name: Substring = "") {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        self.name = String(name)
    }
}

/// What paths lead to.
package enum FilePath {
    /// Whether both lead to the same file, or would when it is made.
    package static func areSame(_ path: String, _ other: String) -> Bool {
        path == other || identity(path).map { $0 == identity(other) } ?? false
    }

    /// The file that a path leads to, or would when it is made; nil where there is no such folder.
    package static func identity(_ path: String) -> FileIdentity? {
        if let status = status(path) { return FileIdentity(status) }
        let place = parts(path)
        return status(place.folder).map { FileIdentity($0, name: place.name) }
    }

    /// What there is where a path leads to.
    package enum Kind: Sendable {
        /// Nothing of that name.
        case nothing
        /// A link that leads to nothing.
        case brokenLink
        case file, folder, pipe, characterDevice
        /// A socket, or a disk.
        case other
        /// What the system does not tell, for want of permission.
        case unknown
    }

    /// What there is where a path leads to, behind all links.
    package static func kind(_ path: String) -> Kind {
        guard let status = status(path) else {
            let code = errno
            var link = stat()
            // Safe: the path is a C string for the call, and `link` is not read.
            if unsafe lstat(path, &link) == 0 { return code == ENOENT || code == ELOOP ? .brokenLink : .unknown }
            return errno == ENOENT || errno == ENOTDIR ? .nothing : .unknown
        }
        return kind(status)
    }

    /// Whether a path is a link's.
    package static func isLink(_ path: String) -> Bool {
        var link = stat()
        // Safe: the path is a C string for the call, and `link` is read only after it was filled.
        return unsafe lstat(path, &link) == 0 && link.st_mode & S_IFMT == S_IFLNK
    }

    static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFIFO: .pipe
        case S_IFCHR: .characterDevice
        default: .other
        }
    }

    /// Whether what a path leads to is gone once it was read: a pipe, a terminal.
    package static func isReadOnce(_ path: String) -> Bool {
        status(path).map { ![S_IFREG, S_IFDIR].contains($0.st_mode & S_IFMT) } ?? false
    }

    /// The folder that a path's file is in, and its name there.
    static func parts(_ path: String) -> (folder: String, name: Substring) {
        guard let end = path.lastIndex(of: "/") else { return (".", path[...]) }
        return (end == path.startIndex ? "/" : String(path[..<end]), path[path.index(after: end)...])
    }

    /// What the system says of the file; nil where there is none.
    static func status(_ path: String) -> stat? {
        var status = stat()
        // Safe: the path is a C string for the call, and the structure is read only after it was filled.
        return unsafe stat(path, &status) == 0 ? status : nil
    }

    static func isSame(_ status: stat, _ other: stat) -> Bool {
        status.st_dev == other.st_dev && status.st_ino == other.st_ino
    }
}
