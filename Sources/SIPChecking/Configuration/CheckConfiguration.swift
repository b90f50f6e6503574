import YAMLReading

/// A `.sipwatch.yaml`: settings for all traces in its folder and below, and others for some of them.
public struct CheckConfiguration: Sendable, Equatable {
    /// The name of the file.
    public static let fileName = ".sipwatch.yaml"

    /// Settings for the traces whose paths match.
    public struct Override: Sendable, Equatable {
        /// Patterns of paths from the configuration's folder.
        public var paths: [PathPattern]
        /// The settings.
        public var settings: CheckSettings
    }

    /// The file's path.
    public var path: String
    /// Settings for all traces.
    public var settings = CheckSettings()
    /// Settings for some; later ones count more.
    public var overrides: [Override] = []

    /// Says nothing.
    public init(path: String) {
        self.path = path
    }

    /// The settings for a trace, by its path from the configuration's folder.
    public func settings(for trace: String) -> CheckSettings {
        overrides.filter { $0.paths.contains { $0.matches(trace) } }
            .reduce(settings) { $1.settings.over($0) }
    }

    /// Reads a file.
    public static func read(_ bytes: [UInt8], path: String) throws(YAMLError) -> CheckConfiguration {
        var configuration = CheckConfiguration(path: path)
        guard let root = try YAMLDocument.read(bytes), !root.isNull else { return configuration }
        let role = "a configuration"
        let fields = try root.fields(role, keys: CheckSettings.keys + ["overrides"])
        configuration.settings = try CheckSettings(fields)
        for item in try fields["overrides"]?.items("overrides") ?? [] {
            let fields = try item.fields("an override", keys: ["paths"] + CheckSettings.keys)
            var paths: [PathPattern] = []
            for path in try fields.required("paths", "an override").items("paths") {
                paths.append(PathPattern(try path.text("paths")))
            }
            configuration.overrides.append(Override(paths: paths, settings: try CheckSettings(fields)))
        }
        return configuration
    }
}
