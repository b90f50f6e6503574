/// Fields in the byte order of the machines that write capture headers. Callers have checked that the bytes are there.
extension Span where Element == UInt8 {
    func littleEndian16(at offset: Int) -> UInt16 {
        bigEndian16(at: offset).byteSwapped
    }

    func littleEndian32(at offset: Int) -> UInt32 {
        bigEndian32(at: offset).byteSwapped
    }
}
