/// Why a file cannot be written. `description` is one line that says what is wrong and what to do.
package enum WriteError: Error, Equatable, Sendable {
    /// The file is one of those that are read.
    case isInput(path: String)
    /// The path is a folder's.
    case isFolder(path: String)
    /// The path is a symbolic link's, which root does not write through.
    case isLink(path: String)
    /// The folder that the file is to be in does not exist.
    case missingFolder(path: String)
    /// This user may not write the file.
    case noPermission(path: String)
    /// The user that the program becomes may not make files in the folder, where it is to make more of them later.
    case closedFolder(path: String, user: String)
    /// The system refused to open the file; the reason is the system's.
    case notOpened(path: String, reason: String)
    /// The system refused to take more; the reason is the system's.
    case notWritten(path: String, reason: String)
}

extension WriteError: CustomStringConvertible {
    /// One line: what is wrong and what to do.
    package var description: String {
        switch self {
        case .isInput(let path):
            "\(path): is read at the same time, and writing would destroy it; write to another name"
        case .isFolder(let path):
            "\(path): is a folder; name a file in it, as in \(path)/trace.pcapng"
        case .isLink(let path):
            "\(path): is a symbolic link, and root does not write through one; name the file that it leads to"
        case .missingFolder(let path):
            "\(path): there is no such folder; make it first with mkdir -p, or write elsewhere"
        case .noPermission(let path):
            "\(path): no permission to write it; write to a folder of your own, such as /tmp"
        case .closedFolder(let path, let user):
            "\(path): user \(user) cannot make further files in this folder; let \(user) write there, as in: "
                + "sudo install -d -o \(user) FOLDER, or name another user with --user"
        case .notOpened(let path, let reason):
            "\(path): cannot be written (\(reason)); check the name and the disk, or write elsewhere"
        case .notWritten(let path, let reason):
            "\(path): writing failed (\(reason)); make room or write elsewhere; what was written before can be read"
        }
    }
}
