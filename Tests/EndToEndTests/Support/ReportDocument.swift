import Foundation

/// What `--format json` prints, as far as the output contract fixes it; decoding fails where a path is missing.
struct ReportDocument: Decodable {
    struct Capture: Decodable {
        struct File: Decodable {
            let name: String
            let frames: Int
            let firstTime: String?
            let lastTime: String?
            let cut: String?
        }

        let files: [File]
        let frames: Int
        let firstTime: String?
        let lastTime: String?
        let sipFrames: Int
        let truncatedFrames: Int
        let otherFrames: [String: Int]
        let undecodedFrames: [String: Int]
        let incompleteFrames: [String: Int]
        let droppedFrames: Int
        let truncatedMessages: Int
    }

    struct Messages: Decodable, Equatable {
        let total: Int
        let requests: [String: Int]
        let responses: [String: Int]
        let retransmissions: Int
        let duplicates: Int
        let malformed: Int
        let keepAlives: Int
        let anomalies: [String: Int]
        let anomalyFrames: [String: [Int]]
    }

    struct Transfer: Decodable {
        let kind: String
        let referTo: String
        let responseStatus: Int?
        let finalStatus: Int?
        let outcome: String
    }

    struct Redirect: Decodable {
        let status: Int
        let contacts: [String]
        let followed: Bool
    }

    struct Message: Decodable {
        let frame: Int
        let time: String
        let source: String
        let destination: String
        let transport: String
        let summary: String
    }

    struct Call: Decodable {
        let id: Int
        let callIDs: [String]
        let from: String
        let to: String
        let startTime: String
        let endTime: String
        let outcome: String
        let status: Int?
        let reason: String?
        let story: String?
        let transfers: [Transfer]
        let redirects: [Redirect]
        let messages: [Message]
        let findings: [Finding]
    }

    struct Other: Decodable {
        let method: String
        let from: String
        let outcome: String
        let status: Int?
        let findings: [Finding]
    }

    struct Finding: Decodable {
        let rule: String
        let severity: String
        let confidence: String
        let call: Int?
        let frames: [Int]
        let message: String
        let advice: String
        let references: [String]
    }

    let schemaVersion: Int
    let capture: Capture
    let messages: Messages
    let calls: [Call]
    let registrations: [Other]
    let subscriptions: [Other]
    let requests: [Other]
    let findings: [Finding]

    init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }

    /// The report on a capture of `folder`, or on one with a full path.
    init(of files: String..., in folder: String? = nil) throws {
        try self.init(SIPWatch.run(["--format", "json"] + files, in: folder).outputBytes)
    }
}
