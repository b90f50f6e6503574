/// Breaks `text` at blanks into lines of at most `width` characters; longer words stand alone.
func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
        if line.isEmpty {
            line = String(word)
        } else if line.count + 1 + word.count <= width {
            line += " " + word
        } else {
            lines.append(line)
            line = String(word)
        }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
}

/// Sets `term` and the wrapped `text` beside each other, the text in its own column; a long term has its own line.
func definition(_ term: String, _ text: String, indent: Int, column: Int, width: Int) -> [String] {
    let head = String(repeating: " ", count: indent) + term
    let margin = String(repeating: " ", count: column)
    let body = wrapped(text, width: width - column)
    guard let first = body.first else { return [head] }
    guard head.count + 2 <= column else { return [head] + body.map { margin + $0 } }
    let padding = String(repeating: " ", count: column - head.count)
    return [head + padding + first] + body.dropFirst().map { margin + $0 }
}
