/// How long a framer's next body is.
extension Span where Element == UInt8 {
    /// The first Content-Length in a header section that is a number, in any spelling that section 7.3 allows.
    func contentLength(inHeader range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while let lineFeed = self.offset(of: ASCII.lineFeed, from: offset, to: range.upperBound) {
            var end = lineFeed
            while end + 1 < range.upperBound, ASCII.isBlank(self[end + 1]),
                let next = self.offset(of: ASCII.lineFeed, from: end + 1, to: range.upperBound)
            {
                end = next
            }
            if let length = contentLength(inField: offset..<end) { return length }
            offset = end + 1
        }
        return nil
    }

    private func contentLength(inField field: Range<Int>) -> Int? {
        guard let first = field.first, ASCII.lowercased(self[first]) == 99 || ASCII.lowercased(self[first]) == 108,
            let colon = offset(of: ASCII.colon, from: field.lowerBound, to: field.upperBound)
        else { return nil }
        let name = trimmed(field.lowerBound..<colon)
        guard name.count == 1 ? ASCII.lowercased(self[name.lowerBound]) == 108 : name.count == 14,
            name.count == 1 || hasPrefix("content-length", at: name.lowerBound)
        else { return nil }
        return number((colon + 1)..<field.upperBound).map { Int($0) }
    }
}
