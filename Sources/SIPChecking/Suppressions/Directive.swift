import SIPReporting
import TraceTypes

/// What a line of a packet comment tells the check.
enum Directive: Sendable, Equatable {
    /// A finding is let pass.
    case suppression(Suppression)
    /// It cannot be understood, or lacks what it needs: why, and what would be right.
    case bad(String)

    /// The directives of a comment: its lines that begin with `sipwatch:` in any case, blanks before it aside.
    ///
    ///     sipwatch: ignore RULE reason="…" until=2027-01-01
    ///
    /// RULE is a rule or an area. `reason` has to be there and `until` need not; both may stand in any order, and their
    /// values in quotation marks of either kind. All else in a comment is for people.
    static func all(in comment: CaptureAccount.Comment) -> [Directive] {
        comment.text.split(whereSeparator: \.isNewline).compactMap { line in
            let line = line.drop(while: \.isWhitespace)
            let mark = CaptureAccount.directiveMark
            guard line.prefix(mark.count).lowercased() == mark else { return nil }
            do throws(DirectiveError) {
                return .suppression(try DirectiveReader.suppression(line.dropFirst(mark.count), of: comment.frame))
            } catch {
                return .bad(error.message)
            }
        }
    }
}

/// Why a directive cannot be used.
struct DirectiveError: Error {
    /// What is wrong, and what would be right; what it quotes is escaped.
    var message: String
}
