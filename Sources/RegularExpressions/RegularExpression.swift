import CPCRE2

/// A regular expression of PCRE2 whose matching is bounded: whatever the expression and the text, an answer comes after
/// a limited number of steps, in limited memory.
@safe public final class RegularExpression: Sendable {
    /// Why an expression cannot be used.
    public struct Problem: Error, Equatable, Sendable {
        /// What is wrong, in a few words.
        public let message: String
        /// How many characters stand before the place.
        public let offset: Int
    }

    /// How matching ended.
    public enum Answer: Sendable {
        case matches, differs
        /// It took more steps or memory than it may.
        case tooCostly
    }

    /// Bytes of the longest expression.
    public static let longestExpression = 1_000
    /// Bytes of a text that are looked at.
    public static let longestText = 1 << 16
    /// Steps that matching may take, and the depth of its backtracking.
    private static let steps: UInt32 = 100_000
    /// Kilobytes that matching may take.
    private static let memory: UInt32 = 1_024

    private nonisolated(unsafe) let code: OpaquePointer
    private nonisolated(unsafe) let context: OpaquePointer

    /// Compiles an expression; `ignoresCase` lets letters of both cases match.
    public init(_ expression: String, ignoresCase: Bool = false) throws(Problem) {
        let bytes = Array(expression.utf8)
        guard bytes.count <= Self.longestExpression else {
            throw Problem(message: "it has more than \(Self.longestExpression) bytes", offset: 0)
        }
        var number: Int32 = 0
        var offset = 0
        // \C would let a match end within a character.
        let options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | (ignoresCase ? PCRE2_CASELESS : 0)
        // Safe: the expression is read while the closure runs; the library copies what it keeps.
        let compiled = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe pcre2_compile_8(bytes.baseAddress, bytes.count, options, &number, &offset, nil)
        }
        guard let compiled = unsafe compiled, let context = unsafe pcre2_match_context_create_8(nil) else {
            let before = String(decoding: bytes.prefix(offset), as: UTF8.self)
            throw Problem(message: Self.message(number), offset: before.count)
        }
        unsafe pcre2_set_match_limit_8(context, Self.steps)
        unsafe pcre2_set_depth_limit_8(context, Self.steps)
        unsafe pcre2_set_heap_limit_8(context, Self.memory)
        unsafe code = compiled
        unsafe self.context = context
    }

    deinit {
        // Safe: both were made by `init`, which hands them to nobody.
        unsafe pcre2_code_free_8(code)
        unsafe pcre2_match_context_free_8(context)
    }

    /// Whether the expression matches somewhere in a text, of which the first bytes count.
    public func answer(for text: String) -> Answer {
        // What a cut leaves of a character becomes one that stands for what is not readable.
        let bytes = Array(String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self).utf8)
        // Safe: the code and the context are only read, which several threads may do; the data are this call's own.
        guard let data = unsafe pcre2_match_data_create_from_pattern_8(code, nil) else { return .tooCostly }
        defer { unsafe pcre2_match_data_free_8(data) }
        let result = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe pcre2_match_8(code, bytes.baseAddress, bytes.count, 0, 0, data, context)
        }
        if result >= 0 { return .matches }
        return result == PCRE2_ERROR_NOMATCH ? .differs : .tooCostly
    }

    private static func message(_ number: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        // Safe: the library writes at most the count of bytes that it is told.
        let length = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            unsafe pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count)
        }
        return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
    }
}
