/// The least severe finding that makes `check` fail.
enum FailureThreshold: String, CaseIterable, Sendable {
    case error, warning, info, never
}
