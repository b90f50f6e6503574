import Foundation

/// What a line of JSON Lines says of a call, without what differs between two captures of it.
struct LiveCall: Equatable {
    let callIDs: [String]
    let outcome: String
    let status: Int?
    let messages: Int
    let transfers: [String]
    let rules: [String]

    /// The calls of some lines, by Call-ID.
    static func list(_ lines: String) throws -> [LiveCall] {
        try lines.split(separator: "\n").map { line in
            let call = try JSONDecoder().decode(ReportDocument.Call.self, from: Data(line.utf8))
            return LiveCall(
                callIDs: call.callIDs, outcome: call.outcome, status: call.status, messages: call.messages.count,
                transfers: call.transfers.map { "\($0.outcome) \($0.finalStatus ?? 0)" },
                rules: call.findings.map(\.rule))
        }.sorted { $0.callIDs.joined() < $1.callIDs.joined() }
    }
}
