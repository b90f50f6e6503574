import RegularExpressions
import SIPReporting
import TraceTypes
import YAMLReading

/// Reading what texts, words and statuses have to be.
extension YAMLNode {
    /// What a text has to be: the text, or an expression between slashes.
    func matcher(_ role: String) throws(YAMLError) -> TextMatcher {
        let text = try text(role)
        guard text.hasPrefix("/"), let last = text.lastIndex(of: "/"), last > text.startIndex else {
            return .exact(text)
        }
        let flags = String(text[text.index(after: last)...])
        guard ["", "i"].contains(flags) else {
            // Longer, it is a text such as a path.
            guard flags.utf8.count == 1 else { return .exact(text) }
            throw YAMLError(
                "'\(role)' has \(quoted(flags)) behind its expression, where only 'i' may stand", at: mark)
        }
        let expression = String(text[text.index(after: text.startIndex)..<last])
        guard !expression.isEmpty else { throw YAMLError("the expression of '\(role)' is empty", at: mark) }
        do throws(RegularExpression.Problem) {
            return .pattern(try RegularExpression(expression, ignoresCase: flags == "i"), text: text)
        } catch {
            throw YAMLError(
                "the expression of '\(role)' cannot be used: \(error.message), at character \(error.offset + 1) of "
                    + quoted(expression), at: mark)
        }
    }

    /// What each text of a list has to be.
    func matchers(_ role: String) throws(YAMLError) -> [TextMatcher] {
        var result: [TextMatcher] = []
        for item in try items(role) { result.append(try item.matcher(role)) }
        return result
    }

    /// Words, at least one, that are all among some.
    func words(_ role: String, of words: [String]) throws(YAMLError) -> [String] {
        var result: [String] = []
        for item in try itemsOfSome(role) { result.append(try item.choice(role, of: words)) }
        return result
    }

    /// Status codes, at least one, and classes of them.
    func statuses(_ role: String) throws(YAMLError) -> [StatusPattern] {
        var result: [StatusPattern] = []
        for item in try itemsOfSome(role) {
            guard case .scalar(let text, _) = item.content, let status = StatusPattern(text) else {
                throw item.wrong(role, "a status from 100 to 699 such as 603, or a class of them such as 4xx")
            }
            result.append(status)
        }
        return result
    }

    /// What a number has to be.
    func bound(_ role: String, of quantity: BoundReader.Quantity = .count) throws(YAMLError) -> Bound {
        let reader = BoundReader(quantity: quantity, role: role, mark: mark)
        guard case .scalar(let text, _) = content, !isNull else { throw wrong(role, quantity.wanted) }
        return try reader.bound(text)
    }

    /// A name of some kind: a rule, or an area of rules.
    func choice(_ role: String, of names: [String], kind: String) throws(YAMLError) -> String {
        let name = try text(role)
        guard !names.contains(name) else { return name }
        let guess = suggestion(for: name, in: names).map { "; did you mean '\($0)'?" }
        throw YAMLError("\(quoted(name)) is \(kind)\(guess ?? "")", at: mark)
    }

    private func itemsOfSome(_ role: String) throws(YAMLError) -> [YAMLNode] {
        let items = try items(role)
        guard !items.isEmpty else { throw YAMLError("'\(role)' wants at least one entry", at: mark) }
        return items
    }
}

extension StatusPattern {
    /// Reads a status from 100 to 699, or a class of them; nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count == 3, let codes = FilterNumbers.number(text, isStatus: true)?.order,
            (100...699).contains(codes.lowerBound)
        else { return nil }
        self.init(text: text, Int(codes.lowerBound)...Int(codes.upperBound))
    }
}
