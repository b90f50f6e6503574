import _TestSupport

/// A party played by SIPp on the loopback device, with a scenario of `Scripts/fixtures/sipp`.
struct SIPpParty {
    private let scenario: String
    private let running: RunningProgram
    private let limit: Int

    /// Starts a party that waits to be called on `port`; it gives up after `limit` seconds.
    init(_ scenario: String, port: UInt16, in folder: String, _ options: [String] = [], limit: Int = 20) throws {
        try self.init(scenario, ["-p", "\(port)"] + options, folder, limit)
    }

    /// Starts a party that calls from `port` to `target`.
    init(
        _ scenario: String, port: UInt16, target: UInt16, in folder: String, _ options: [String] = [], limit: Int = 20
    ) throws {
        try self.init(scenario, ["127.0.0.1:\(target)", "-p", "\(port)", "-s", "callee"] + options, folder, limit)
    }

    private init(_ scenario: String, _ options: [String], _ folder: String, _ limit: Int) throws {
        self.scenario = scenario
        self.limit = limit
        let file = "\(Fixture.projectPath)/Scripts/fixtures/sipp/\(scenario).xml"
        running = try (Program.installed("sipp") ?? Program("sipp")).start(
            ["-sf", file, "-i", "127.0.0.1", "-mi", "127.0.0.1", "-m", "1", "-nostdin", "-timeout", "\(limit)"]
                + ["-timeout_error"] + options + ["-key", "me", scenario, "-key", "extra", "Supported: replaces"],
            in: folder)
    }

    /// Waits for its end; why its scenario failed, or nil when it did not.
    func failure() -> String? {
        let ended = running.wait(limit: Double(limit) + 5)
        return ended.status == 0 ? nil : "\(scenario): status \(ended.status) \(ended.errors)"
    }
}
