/// Puts `text` between single quotes, with nothing in it that could steer a terminal.
///
/// Control, formatting (such as bidirectional) and line-separating scalars become `\u{…}`; of a long text the beginning is
/// enough.
package func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars.prefix(quotedLimit) {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            result += "\\u{\(String(scalar.value, radix: 16))}"
        default:
            result.unicodeScalars.append(scalar)
        }
    }
    return result + (text.unicodeScalars.count > quotedLimit ? "…'" : "'")
}

/// Scalars of a text that are quoted.
private let quotedLimit = 200
