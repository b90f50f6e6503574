import SIPChecking

/// What options ask of `check`.
extension OptionValues {
    /// The least severe finding that fails a check.
    var failureThreshold: FailureThreshold { choice(.failOn) ?? .error }

    /// The form of a check's output.
    var checkFormat: CheckFormat { choice(.format) ?? .text }

    /// Where a check's output goes, each as it was written: `FILE` or `FORMAT=FILE`.
    var outputs: [String] {
        all(.output).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// Whether a trace that is cut or has losses may be clean.
    var allowsIncomplete: Bool { flag(.allowIncomplete) }

    /// Whether a trace without SIP, and an expectation that matches nothing, may be clean.
    var allowsEmpty: Bool { flag(.allowEmpty) }

    /// The file of expectations of all traces; nil for the one beside each.
    var expectationsPath: String? { text(.expect) }

    /// Whether expectations are to be written that describe the traces.
    var writesExpectations: Bool { flag(.initialize) }

    /// Whether expectations that are met are shown.
    var explains: Bool { flag(.explain) }

    /// The file that the ladder is compared with.
    var snapshotPath: String? { text(.snapshot) }

    /// Whether snapshots are written anew.
    var updatesSnapshots: Bool { flag(.update) }

    /// The file of known findings.
    var baselinePath: String? { text(.baseline) }

    /// Whether the file of known findings is written anew.
    var updatesBaseline: Bool { flag(.updateBaseline) }

    /// Whether configurations count.
    var readsConfigurations: Bool { !flag(.noConfig) }

    /// Whether the settings are shown, and nothing is checked.
    var printsConfiguration: Bool { flag(.printConfig) }

    /// How many traces are checked at a time; nil for as many as there are cores.
    var jobs: Int? { integer(.jobs) }
}
