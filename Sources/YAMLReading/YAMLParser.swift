import CYAML
import TraceTypes

/// libyaml over one file: the one place of this module that leaves bounds checking.
enum YAMLParser {
    /// Hands all events of a text in UTF-8 to the builder.
    static func read(_ bytes: [UInt8], into builder: inout YAMLBuilder) throws(YAMLError) {
        var failure: YAMLError?
        // Safe: the parser reads `bytes.count` bytes, which the buffer has, from inside of this closure only; it is
        // deleted there once, and so is each event.
        unsafe bytes.withUnsafeBufferPointer { input in
            var parser = unsafe yaml_parser_t()
            guard unsafe yaml_parser_initialize(&parser) == 1 else {
                failure = YAMLError("there is not enough memory to read it", at: YAMLMark(line: 1, column: 1))
                return
            }
            defer { unsafe yaml_parser_delete(&parser) }
            unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            unsafe yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
            failure = unsafe readEvents(&parser, into: &builder)
        }
        if let failure { throw failure }
    }

    private static func readEvents(_ parser: inout yaml_parser_t, into builder: inout YAMLBuilder) -> YAMLError? {
        while true {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(&parser, &event) == 1 else { return unsafe problem(of: parser) }
            defer { unsafe yaml_event_delete(&event) }
            guard unsafe event.type != YAML_STREAM_END_EVENT else { return nil }
            do throws(YAMLError) {
                try unsafe take(event, into: &builder)
            } catch {
                return error
            }
        }
    }

    private static func take(_ event: yaml_event_t, into builder: inout YAMLBuilder) throws(YAMLError) {
        let mark = unsafe YAMLMark(event.start_mark)
        // Safe: which member of the union is valid, the type tells; texts are valid until the event is deleted, and a
        // value has `length` bytes.
        switch unsafe event.type {
        case YAML_DOCUMENT_START_EVENT: try builder.beginDocument(at: mark)
        case YAML_ALIAS_EVENT:
            throw YAMLError("aliases ('*name') are not read; write the value out", at: mark)
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            unsafe try refuse(anchor: scalar.anchor, tag: scalar.tag, at: mark)
            let text = unsafe String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            try builder.addScalar(text, isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE, at: mark)
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            unsafe try refuse(anchor: start.anchor, tag: start.tag, at: mark)
            try builder.open(isMapping: false, at: mark)
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            unsafe try refuse(anchor: start.anchor, tag: start.tag, at: mark)
            try builder.open(isMapping: true, at: mark)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try builder.close()
        default: break
        }
    }

    private static func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at mark: YAMLMark
    ) throws(YAMLError) {
        if unsafe anchor != nil { throw YAMLError("anchors ('&name') are not read; leave it out", at: mark) }
        if unsafe tag != nil { throw YAMLError("tags ('!name') are not read; leave it out", at: mark) }
    }

    private static func problem(of parser: yaml_parser_t) -> YAMLError {
        // Safe: both texts are constants of the library, or null.
        let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
        let context = unsafe parser.context.map { unsafe " " + String(cString: $0) } ?? ""
        return YAMLError("this is not YAML: \(problem)\(context)", at: unsafe YAMLMark(parser.problem_mark))
    }
}

extension YAMLMark {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(clamping: mark.line) &+ 1, column: Int(clamping: mark.column) &+ 1)
    }
}
