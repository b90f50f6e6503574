import Foundation
import SIPChecking
import YAMLReading

/// Finds the configuration of a trace: the nearest `.sipwatch.yaml` in its folder or in one above.
public struct ConfigurationFinder {
    /// A configuration, and the trace's path from its folder.
    private var byFolder: [String: CheckConfiguration?] = [:]

    /// A finder that has read nothing yet.
    public init() {}

    /// The settings that a configuration has for a trace, and the configuration's path; nil without one.
    public mutating func settings(for trace: String) throws(AnalysisError) -> (settings: CheckSettings, path: String)? {
        let path = Self.absolute(trace)
        guard let configuration = try configuration(above: (path as NSString).deletingLastPathComponent) else {
            return nil
        }
        let folder = Self.absolute((configuration.path as NSString).deletingLastPathComponent)
        let relative = String(path.dropFirst(folder == "/" ? 1 : folder.count + 1))
        return (configuration.settings(for: relative), configuration.path)
    }

    private mutating func configuration(above folder: String) throws(AnalysisError) -> CheckConfiguration? {
        if let known = byFolder[folder] { return known }
        let path = (folder as NSString).appendingPathComponent(CheckConfiguration.fileName)
        var found: CheckConfiguration?
        if let bytes = try SmallFile.read(path) {
            do throws(YAMLError) {
                found = try CheckConfiguration.read(bytes, path: path)
            } catch {
                throw AnalysisError(error, in: path)
            }
        } else if folder != "/", !folder.isEmpty {
            found = try configuration(above: (folder as NSString).deletingLastPathComponent)
        }
        byFolder[folder] = .some(found)
        return found
    }

    private static func absolute(_ path: String) -> String {
        let current = FileManager.default.currentDirectoryPath
        let whole = path.hasPrefix("/") ? path : (current as NSString).appendingPathComponent(path)
        return (whole as NSString).standardizingPath
    }
}
