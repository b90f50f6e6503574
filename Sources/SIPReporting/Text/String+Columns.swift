extension String {
    /// How many columns of a terminal the text fills: two for a wide character, none for a combining mark.
    var columns: Int {
        // Looking at scalars one by one is slow; in ASCII without control characters each byte is a column.
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return utf8.count }
        return reduce(0) { $0 + $1.columns }
    }

    /// The text in a column: filled with blanks, or cut with an ellipsis.
    func column(_ width: Int) -> String {
        let columns = columns
        if columns <= width { return self + String(repeating: " ", count: width - columns) }
        guard width > 0 else { return "" }
        let text = prefix(columns: width - 1) + "…"
        return text + String(repeating: " ", count: width - text.columns)
    }

    /// The start of the text as far as it fills no more than so many columns.
    func prefix(columns width: Int) -> String {
        var room = width
        return String(
            prefix { character in
                room -= character.columns
                return room >= 0
            })
    }
}

extension Character {
    /// How many columns of a terminal it fills (Unicode Standard Annex 11).
    fileprivate var columns: Int {
        unicodeScalars.reduce(0) { Swift.max($0, $1.columns) }
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
