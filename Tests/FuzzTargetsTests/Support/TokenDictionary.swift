/// The tokens of a dictionary in libFuzzer's form: one quoted string to a line, with backslashes before quotes and
/// backslashes, and `\x` before two hexadecimal digits.
enum TokenDictionary {
    static func tokens(_ text: String) -> [[UInt8]] {
        text.split(separator: "\n").compactMap { line in
            guard line.count >= 2, line.first == "\"", line.last == "\"" else { return nil }
            return unescaped(line.dropFirst().dropLast())
        }
    }

    private static func unescaped(_ text: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            if escaped == UInt8(ascii: "x"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(escaped)
            }
        }
        return bytes
    }
}
