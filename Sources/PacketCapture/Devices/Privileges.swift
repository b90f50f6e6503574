import CLinux
import Glibc

/// Gives up what is no longer needed once devices and files are open.
package enum Privileges {
    /// Becomes `user`, if there is one, for good, and makes sure that nothing started from here gains privileges.
    ///
    /// A process that is not root, and has only the capabilities it was started with, gives up these. To be called
    /// before there are further threads: the latter two concern the calling thread and those that it starts.
    package static func drop(to user: ProcessUser?) throws(PrivilegeError) {
        if let user { try become(user) }
        if geteuid() != 0, sipwatch_drop_capabilities() != 0 { throw .refused("capset") }
        guard sipwatch_forbid_new_privileges() == 0 else { throw .refused("no_new_privs") }
    }

    private static func become(_ user: ProcessUser) throws(PrivilegeError) {
        // Safe: the name is a C string for the call.
        guard unsafe initgroups(user.name, user.group) == 0 else { throw .refused("initgroups") }
        guard setgid(user.group) == 0 else { throw .refused("setgid") }
        guard setuid(user.id) == 0 else { throw .refused("setuid") }
        guard setuid(0) != 0, seteuid(0) != 0, getuid() == user.id, geteuid() == user.id, getegid() == user.group
        else { throw .refused("root can be regained") }
    }
}
