import Glibc

/// What paths lead to.
package enum FilePath {
    /// Whether both lead to the same file, or would when it is made.
    package static func areSame(_ path: String, _ other: String) -> Bool {
        if path == other { return true }
        switch (status(path), status(other)) {
        case (let status?, let other?): return isSame(status, other)
        case (nil, nil):
            let (place, otherPlace) = (parts(path), parts(other))
            guard place.name == otherPlace.name, let folder = status(place.folder),
                let otherFolder = status(otherPlace.folder)
            else { return false }
            return isSame(folder, otherFolder)
        default: return false
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
