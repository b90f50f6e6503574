import SIPCatalog
import SIPFindings
import TraceTypes

extension CaptureAccount {
    var json: JSONText {
        .object([
            "files": .array(inputs.map(\.json)), "frames": .number(Int(frames)), "firstTime": .time(firstTime),
            "lastTime": .time(lastTime), "sipFrames": .number(Int(sipFrames)),
            "truncatedFrames": .number(Int(truncatedFrames)), "otherFrames": .counts(otherFrames),
            "undecodedFrames": .counts(undecodedFrames), "incompleteFrames": .counts(incompleteFrames),
            "truncatedMessages": .number(truncatedMessages), "droppedFrames": .number(Int(droppedFrames)),
            "droppedByInterface": .number(Int(droppedByInterface)),
            "droppedByProgram": .number(Int(droppedByProgram)), "reassembly": .counts(reassembly),
            "comments": .array(comments.map(\.json)), "commentCount": .number(commentCount),
            "messagesWithoutCallID": .number(messagesWithoutCallID), "evictedExchanges": .number(evictedExchanges),
            "oversizeMessages": .number(oversizeMessages), "skippedStreamBytes": .number(skippedStreamBytes),
        ])
    }
}

extension CaptureAccount.Comment {
    var json: JSONText {
        .object(["frame": .number(Int(frame.rawValue)), "text": .string(escaped(text))])
    }
}

extension CaptureAccount.Input {
    var json: JSONText {
        .object([
            "name": .string(escaped(name)), "frames": .number(Int(frames)), "firstTime": .time(firstTime),
            "lastTime": .time(lastTime), "undecodedFrames": .counts(undecodedFrames),
            "droppedFrames": .number(Int(droppedFrames)), "cut": cut.map { .string($0) } ?? .null,
            "interfaces": .strings(interfaces.map { escaped($0) }),
        ])
    }
}

extension MessageCounts {
    var json: JSONText {
        .object([
            "total": .number(total), "requests": .counts(requests),
            "responses": .counts(Dictionary(uniqueKeysWithValues: responses.map { (String($0.key), $0.value) })),
            "retransmissions": .number(retransmissions), "duplicates": .number(duplicates),
            "malformed": .number(malformed), "anomalies": .counts(anomalies),
            "anomalyFrames": .object(anomalyFrames.mapValues { .array($0.map { .number(Int($0)) }) }),
            "keepAlives": .number(keepAlives),
        ])
    }
}

extension Finding {
    /// The finding; `isCall` tells whether its exchange is listed among the calls.
    package func json(isCall: Bool) -> JSONText {
        .object([
            "rule": .string(rule), "severity": .string(severity.rawValue), "confidence": .string(confidence.rawValue),
            (isCall ? "call" : "exchange"): .number(exchange),
            "frames": .array(frames.map { .number(Int($0.rawValue)) }), "message": .string(message),
            "explanation": .string(explanation), "impact": .string(impact), "causes": .strings(causes),
            "confirm": .strings(confirm), "disproof": .strings(disproof),
            "advice": .string(advice.joined(separator: " ")), "references": .strings(references),
        ])
    }
}

extension JSONText {
    static func counts(_ counts: [String: Int]) -> JSONText {
        .object(counts.mapValues { .number($0) })
    }

    /// UTC; null for none.
    package static func time(_ time: Timestamp?) -> JSONText {
        time.map { .string($0.description) } ?? .null
    }

    /// Seconds, to the microsecond.
    static func seconds(_ span: TimeSpan?) -> JSONText {
        span.map { .decimal($0.seconds(decimals: 6)) } ?? .null
    }

    /// A status code; 0 is none.
    package static func status(_ status: UInt16) -> JSONText {
        status > 0 ? .number(Int(status)) : .null
    }
}
