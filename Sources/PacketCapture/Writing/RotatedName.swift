import Glibc
import TraceTypes

/// The names of files that follow each other, as dumpcap makes them: number and local time before the extension.
enum RotatedName {
    /// `NAME_00001_20260131235959.pcapng` for `NAME.pcapng` or `NAME`.
    static func name(_ path: String, number: Int, time: Timestamp) -> String {
        let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let dot = path[start...].lastIndex(of: ".").flatMap { $0 > start ? $0 : nil } ?? path.endIndex
        let pathExtension = dot == path.endIndex ? ".pcapng" : String(path[dot...])
        return "\(path[..<dot])_\(padded(number, 5))_\(digits(time))\(pathExtension)"
    }

    private static func digits(_ time: Timestamp) -> String {
        var seconds = time_t(time.nanoseconds / 1_000_000_000)
        var parts = unsafe tm()
        // Safe: both are structures of this frame, and the numbers are copied; the name of the zone is left alone.
        unsafe localtime_r(&seconds, &parts)
        let date = unsafe [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
        let year = unsafe parts.tm_year
        return padded(Int(year) + 1900, 4) + date.map { padded(Int($0), 2) }.joined()
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
