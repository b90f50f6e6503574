import CExpat

/// libexpat over one document: the one place of this module beside ``Inflater`` that leaves bounds checking.
///
/// No entity is ever declared and nothing outside of the bytes is looked at: a document type declaration ends the
/// reading, and without handlers for external entities expat has no way to them.
enum ExpatParser {
    /// How reading ended.
    enum Ending {
        /// All bytes were read.
        case whole
        /// The document is not well-formed, or the builder had enough.
        case stopped
        /// Something stands in front of the XML declaration.
        case misplacedDeclaration
        /// The encoding that the document names is none that expat knows.
        case unknownEncoding
        /// The encoding that the document names is not the one that it is in.
        case wrongEncoding
        /// There is no memory.
        case outOfMemory
    }

    /// What the handlers work on.
    @unsafe private struct Context {
        var builder: XMLOutlineBuilder
        let parser: OpaquePointer
    }

    /// Reads a document, or its beginning, into `builder`, in `encoding`, or, where that is nil, in the encoding that it
    /// names. Returns how reading ended, and at which byte.
    ///
    /// All bytes are handed over at once: so no token is looked at twice, and reading takes linear time.
    static func read(
        _ document: ArraySlice<UInt8>, encoding: String?, isWhole: Bool, into builder: inout XMLOutlineBuilder
    ) -> (ending: Ending, offset: Int) {
        // Safe: expat copies the name, and the parser that it makes is freed once, however this is left.
        guard let length = Int32(exactly: document.count), let parser = unsafe XML_ParserCreate(encoding) else {
            return (.outOfMemory, 0)
        }
        defer { unsafe XML_ParserFree(parser) }
        var context = unsafe Context(builder: builder, parser: parser)
        defer { builder = unsafe context.builder }
        // Safe: expat calls handlers from inside of XML_Parse only, where both pointers are valid; nothing else uses
        // the context meanwhile. It reads `length` bytes, which the buffer has, and copies what it keeps.
        return unsafe withUnsafeMutablePointer(to: &context) { context in
            unsafe XML_SetUserData(parser, context)
            unsafe setHandlers(parser)
            let status = unsafe document.withUnsafeBufferPointer { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                    unsafe XML_Parse(parser, characters.baseAddress, length, isWhole ? 1 : 0)
                }
            }
            guard status != XML_STATUS_OK else { return (.whole, document.count) }
            let offset = unsafe Int(XML_GetCurrentByteIndex(parser))
            return (ending(unsafe XML_GetErrorCode(parser)), min(max(offset, 0), document.count))
        }
    }

    private static func ending(_ error: XML_Error) -> Ending {
        switch error {
        case XML_ERROR_MISPLACED_XML_PI: .misplacedDeclaration
        case XML_ERROR_UNKNOWN_ENCODING: .unknownEncoding
        case XML_ERROR_INCORRECT_ENCODING: .wrongEncoding
        case XML_ERROR_NO_MEMORY: .outOfMemory
        default: .stopped
        }
    }

    private static func setHandlers(_ parser: OpaquePointer) {
        // Safe: the parser is valid. Names, values and texts are valid while their handler runs, which copies them;
        // names and values end in NUL, the list of attributes ends in nil, and a text has `length` bytes.
        unsafe XML_SetXmlDeclHandler(parser) { data, _, encoding, _ in
            guard let encoding = unsafe encoding else { return }
            unsafe ExpatParser.tell(data) { $0.declaredEncoding = unsafe String(cString: encoding) }
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            unsafe ExpatParser.tell(data) { $0.refuseDeclaration() }
        }
        unsafe XML_SetElementHandler(parser) { data, name, attributes in
            guard let name = unsafe name else { return }
            unsafe ExpatParser.tell(data) { builder in
                builder.start(unsafe String(cString: name))
                var next = unsafe attributes
                while let name = unsafe next?[0], let value = unsafe next?[1], builder.problem == nil {
                    builder.add(attribute: unsafe String(cString: name), unsafe String(cString: value))
                    unsafe next = next.map { unsafe $0 + 2 }
                }
            }
        } _: { data, _ in
            unsafe ExpatParser.tell(data) { $0.end() }
        }
        unsafe XML_SetCharacterDataHandler(parser) { data, text, length in
            unsafe ExpatParser.tell(data) { unsafe $0.add(text: UnsafeBufferPointer(start: text, count: Int(length))) }
        }
    }

    /// Tells the builder what was read, unless it has enough already; once it has, expat is stopped.
    private static func tell(_ data: UnsafeMutableRawPointer?, _ event: (inout XMLOutlineBuilder) -> Void) {
        // Safe: `data` is the context's address, as read(_:) set it.
        guard let context = unsafe data?.assumingMemoryBound(to: Context.self),
            unsafe context.pointee.builder.problem == nil
        else { return }
        unsafe event(&context.pointee.builder)
        if unsafe context.pointee.builder.problem != nil { _ = unsafe XML_StopParser(context.pointee.parser, 0) }
    }
}
