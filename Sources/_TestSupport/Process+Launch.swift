import Foundation
import Synchronization

/// Held while a process is being started.
private let launching = Mutex(())

extension Process {
    /// Starts the process while no other is being started: on Linux, Foundation's `run` reads the list of open files, and
    /// has crashed when tests started processes from several threads at once.
    public func launchAlone() throws {
        try launching.withLock { _ in try run() }
    }
}
