extension Array {
    /// Appends an element, or puts it in the place of the oldest one where there are `limit` of them already.
    mutating func append(_ element: Element, keeping limit: Int, cursor: inout Int) {
        guard count >= limit, !isEmpty else { return append(element) }
        if !indices.contains(cursor) { cursor = 0 }
        self[cursor] = element
        cursor += 1
    }
}
