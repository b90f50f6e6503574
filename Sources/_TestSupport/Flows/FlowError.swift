/// What is wrong with a flow file, and where.
package struct FlowError: Error, Equatable, CustomStringConvertible {
    /// The file's path.
    package var file: String
    /// The line, counted from 1; 0 where it is about the whole file.
    package var line: Int
    /// What it is.
    package var reason: Reason

    /// Something that is wrong at a line.
    package init(file: String, line: Int, reason: Reason) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// What can be wrong.
    package enum Reason: Equatable, Sendable {
        /// The file is not there, or no UTF-8.
        case unreadable
        /// A line stands before the first case.
        case outsideOfCase
        /// A case has no message.
        case noMessage
        /// An indented line has no message above it.
        case noMessageAbove
        /// The line is not of the form that is quoted.
        case form(String)
        /// Not a number in range, or not an address.
        case notAValue(String)
        /// A party that nobody introduced.
        case unknownParty(String)
        /// A word that means nothing here.
        case unknownWord(String)
        /// What is sent again, answered, acknowledged, cancelled or forwarded is not there.
        case nothingTo(String)
        /// A label that no message has.
        case unknownLabel(String)
    }

    /// `Fixtures/flows/transfer/no-notify.flow:12: unknown party 'eve'`.
    package var description: String { "\(file):\(line): \(text)" }

    private var text: String {
        switch reason {
        case .unreadable: "cannot be read"
        case .outsideOfCase: "no '== TITLE' before it"
        case .noMessage: "the case has no message"
        case .noMessageAbove: "no message above it"
        case .form(let form): "expected '\(form)'"
        case .notAValue(let value): "'\(value)' is no value for this place"
        case .unknownParty(let name): "unknown party '\(name)'"
        case .unknownWord(let word): "unknown word '\(word)'"
        case .nothingTo(let action): "nothing to \(action)"
        case .unknownLabel(let label): "no message is labelled '@\(label)'"
        }
    }
}
