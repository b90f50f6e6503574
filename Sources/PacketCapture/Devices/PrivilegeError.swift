/// Why privileges cannot be given up as asked. `description` is one line that says what is wrong and what to do.
package enum PrivilegeError: Error, Equatable, Sendable {
    /// No user has this name.
    case unknownUser(String)
    /// Only root becomes another user.
    case notRoot(String)
    /// The system refused; the step that it refused.
    case refused(String)
}

extension PrivilegeError: CustomStringConvertible {
    /// One line: what is wrong and what to do.
    package var description: String {
        switch self {
        case .unknownUser(let name):
            "\(name): no such user to give up root privileges for; name one with --user, or --user root to keep them"
        case .notRoot(let name):
            "only root can become user \(name); leave --user out, or run as root"
        case .refused(let step):
            "privileges could not be given up (\(step)); name another user with --user, or --user root to keep them"
        }
    }
}
