import Foundation
import PacketCapture
import SIPReporting
import TraceTypes

/// Watching devices.
extension Analyzer {
    /// Watches devices until a limit is reached or the handlers ask to stop, and returns the report.
    ///
    /// Frames are captured on a thread of their own, which never waits for this one. Once devices and files are open, the
    /// process gives up its privileges for good; it must have no other threads by then. Throws when a device cannot be
    /// captured on, or a file not be written, with one line that says what to do.
    public mutating func watch(_ options: WatchOptions, _ handlers: WatchHandlers) throws(AnalysisError) -> WatchResult
    {
        var session = try WatchSession(options, handlers)
        handlers.onStart()
        session.start()
        while session.step(&self) {}
        return session.finish(&self)
    }
}

extension WatchSession {
    /// Opens devices and files, then gives up privileges.
    init(_ options: WatchOptions, _ handlers: WatchHandlers) throws(AnalysisError) {
        do {
            let user = try ProcessUser.toBecome(options.user)
            let live = LiveOptions(options)
            let capture = try DeviceCapture(devices: options.devices, options: live)
            let saver = try options.save.map { try CaptureSaver($0.request(), now: handlers.now()) }
            if let user {
                saver?.give(to: user)
                handlers.reportFile?.give(to: user)
            }
            try Privileges.drop(to: user)
            if let user { try saver?.checkFolder(as: user) }
            self.init(capture, saver, options, handlers, bufferSize: live.bufferSize)
        } catch {
            throw AnalysisError(description: "\(error)")
        }
    }
}
