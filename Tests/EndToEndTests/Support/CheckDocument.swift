import Foundation

/// What `check --format json` prints, as far as tests look at it; decoding fails where a field is missing.
struct CheckDocument: Decodable {
    struct Position: Decodable, Equatable {
        let file: String
        let line: Int
        let column: Int
    }

    struct Facts: Decodable {
        let calls: Int
        let frames: Int
        let messages: Int
    }

    struct Finding: Decodable {
        let rule: String
        let severity: String
        let standing: String
        let fails: Bool
        let reason: String?
        let fingerprint: String
    }

    struct Expectation: Decodable {
        let subject: String
        let aspect: String
        let state: String
        let fails: Bool
        let expected: String
        let seen: String
        let frames: [Int]
        let advice: [String]
        let details: [String]
        let position: Position?
    }

    struct Problem: Decodable {
        let kind: String
        let message: String
        let fails: Bool
        let frames: [Int]
        let position: Position?
    }

    struct Trace: Decodable {
        let path: String
        let clean: Bool
        let facts: Facts?
        let findings: [Finding]
        let expectations: [Expectation]
        let problems: [Problem]
    }

    struct Severities: Decodable, Equatable {
        let error: Int
        let warning: Int
        let info: Int
    }

    struct Summary: Decodable {
        let traces: Int
        let cleanTraces: Int
        let failedTraces: Int
        let unreadableTraces: Int
        let findings: Severities
        let failingFindings: Int
        let expectedFindings: Int
        let knownFindings: Int
        let suppressedFindings: Int
        let metExpectations: Int
        let failedExpectations: Int
        let excusedExpectations: Int
        let problems: Int
    }

    let clean: Bool
    let exitStatus: Int32
    let language: String
    let summary: Summary
    let traces: [Trace]

    init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(CheckDocument.self, from: Data(bytes))
    }

    /// The expectations of all traces.
    var expectations: [Expectation] { traces.flatMap(\.expectations) }
    /// The problems of all traces.
    var problems: [Problem] { traces.flatMap(\.problems) }
    /// The findings of all traces.
    var findings: [Finding] { traces.flatMap(\.findings) }
}
