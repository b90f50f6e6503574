extension Array {
    /// Appends an element, or puts it in the place of the oldest one where there are `limit` of them already.
    /// Returns its place.
    @discardableResult
    mutating func append(_ element: Element, keeping limit: Int, cursor: inout Int) -> Int {
        guard count >= limit, !isEmpty else {
            append(element)
            return count - 1
        }
        if !indices.contains(cursor) { cursor = 0 }
        self[cursor] = element
        cursor += 1
        return cursor - 1
    }
}
