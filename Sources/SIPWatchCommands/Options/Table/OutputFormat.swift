/// The forms that output can take.
enum OutputFormat: String, CaseIterable, Sendable {
    case text, json
    case jsonLines = "jsonl"
    case markdown, html
}
