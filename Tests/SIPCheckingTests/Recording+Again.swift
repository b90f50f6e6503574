import SIPParsing
import TraceTypes
import _TestSupport

extension Recording {
    /// The same scenario recorded again: other Call-IDs, tags, branches, frame numbers and times, each as long as before.
    var again: Recording {
        let heads = messages.map { Self.head(of: $0) }
        var names = Set<String>()
        for line in heads.joined() {
            let name = line.prefix { $0 != ":" }.lowercased()
            if name == "call-id" || name == "i" { names.insert(line.drop { $0 != ":" }.dropFirst().trimmed) }
        }
        // The longest first: one may be part of another.
        let callIDs = names.filter { $0.count > 3 }.sorted { ($1.count, $0) < ($0.count, $1) }
        return edited { line in
            var line = line
            for callID in callIDs where line.contains(callID) || line.contains(callID.replacing("@", with: "%40")) {
                line = line.replacing(callID, with: callID.turned)
                line = line.replacing(
                    callID.replacing("@", with: "%40"), with: callID.turned.replacing("@", with: "%40"))
                break
            }
            return line.turning(behind: "tag=").turning(behind: "tag%3D").turning(behind: "branch=z9hG4bK")
        }
    }

    /// The same with the addresses of another network, which have as many characters.
    var elsewhere: Recording {
        var moved = edited { $0.replacing("192.0.2.", with: "192.7.2.") }
        for index in moved.messages.indices {
            moved.messages[index].header.source.address.move()
            moved.messages[index].header.destination.address.move()
        }
        return moved
    }

    /// Edits the lines before the body, and shifts frame numbers and times.
    private func edited(_ edit: (String) -> String) -> Recording {
        var recording = self
        let shift = TimeSpan.seconds(86_400)
        for (index, message) in messages.enumerated() {
            let text = String(decoding: message.bytes, as: UTF8.self)
            guard Array(text.utf8) == message.bytes else { continue }
            let head = Self.head(of: message)
            let rest = text.utf8.dropFirst(head.map(\.utf8.count).reduce(0) { $0 + $1 + 2 })
            let edited = head.map { edit($0) + "\r\n" }.joined()
            recording.messages[index].bytes = Array(edited.utf8) + Array(rest)
        }
        for index in messages.indices {
            recording.messages[index].header.time = messages[index].header.time + shift
            recording.messages[index].header.frame.rawValue = messages[index].header.frame.rawValue * 3 + 7
        }
        recording.end = end + shift
        return recording
    }

    /// The lines before the body, without their ends.
    private static func head(of message: SIPScenario.Message) -> [String] {
        let text = String(decoding: message.bytes, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n") else { return [] }
        return text[..<end.lowerBound].split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension IPAddress {
    /// From 192.0.2.0/24 to 192.7.2.0/24; other addresses stay.
    fileprivate mutating func move() {
        if family == .v4, low >> 8 == 0xC00002 { self = IPAddress(v4: 0xC007_0200 | UInt32(low & 0xFF)) }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }

    /// Each letter and digit as another one.
    fileprivate var turned: String {
        String(
            map { character in
                switch character {
                case "a"..."m", "A"..."M": Character(UnicodeScalar(character.asciiValue.map { $0 + 13 } ?? 0))
                case "n"..."z", "N"..."Z": Character(UnicodeScalar(character.asciiValue.map { $0 - 13 } ?? 0))
                case "0"..."9": Character(UnicodeScalar(character.asciiValue.map { 48 + (58 - $0) % 10 } ?? 0))
                default: character
                }
            })
    }

    /// The words behind each `mark` turned.
    fileprivate func turning(behind mark: String) -> String {
        let parts = String(self).split(separator: mark, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { text, part in
            let word = part.prefix { $0.isLetter || $0.isNumber || "-._".contains($0) }
            return text + mark + word.turned + part.dropFirst(word.count)
        }
    }
}
