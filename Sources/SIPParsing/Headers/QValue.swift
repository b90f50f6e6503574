/// Reads qvalue: a weight from 0 to 1 with at most three decimals (RFC 3261 section 25.1).
enum QValue {
    /// The weight; nil for anything else.
    static func parse(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let whole = ASCII.digit(first), whole <= 1, bytes.count <= 5 else { return nil }
        guard bytes.count > 1 else { return Double(whole) }
        guard bytes[1] == UInt8(ascii: ".") else { return nil }
        var thousandths = Int(whole) * 1000
        var place = 100
        for byte in bytes.dropFirst(2) {
            guard let digit = ASCII.digit(byte) else { return nil }
            thousandths += Int(digit) * place
            place /= 10
        }
        return thousandths <= 1000 ? Double(thousandths) / 1000 : nil
    }
}
