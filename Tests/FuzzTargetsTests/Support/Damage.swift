import FuzzTargets

/// What an input breaks, with as much of it as is worth showing; nil when every invariant holds.
func damage(_ target: FuzzTarget, _ bytes: [UInt8], _ what: @autoclosure () -> String) -> String? {
    let violations = target.violations(bytes.span)
    guard !violations.isEmpty else { return nil }
    let shown = String(decoding: bytes.prefix(2000), as: UTF8.self).debugDescription
    return "\(what()): \(violations.joined(separator: "; ")); \(bytes.count) bytes: \(shown)"
}
