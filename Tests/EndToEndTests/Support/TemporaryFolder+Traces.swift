import _TestSupport

extension TemporaryFolder {
    /// A folder with copies of an answered call's trace under these names, and other files with their texts.
    static func with(traces: String..., texts: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in traces { try folder.write(Fixture("call/answered").bytes, name) }
        for (name, text) in texts { try folder.write(Array(text.utf8), name) }
        return folder
    }
}
