import Glibc

/// A user of the system that the program may become.
package struct ProcessUser: Equatable, Sendable {
    /// Who a program that root starts becomes unless told otherwise.
    package static let defaultName = "nobody"

    /// The user's name.
    package let name: String
    /// The user's number.
    let id: uid_t
    /// The number of the user's group.
    let group: gid_t

    /// Looks a user up. Not to be called from several threads at once.
    package init(named name: String) throws(PrivilegeError) {
        // Safe: the name is a C string for the call; the result is nil or an entry that is copied at once.
        guard let entry = unsafe getpwnam(name)?.pointee else { throw .unknownUser(name) }
        self.name = name
        id = unsafe entry.pw_uid
        group = unsafe entry.pw_gid
    }

    /// The user to become: the one named, or for root the default; nil to stay who one is.
    package static func toBecome(_ name: String?) throws(PrivilegeError) -> ProcessUser? {
        guard name != nil || geteuid() == 0 else { return nil }
        let user = try ProcessUser(named: name ?? defaultName)
        if geteuid() != 0, user.id != geteuid() { throw .notRoot(name ?? defaultName) }
        return geteuid() == 0 && user.id != 0 ? user : nil
    }
}
