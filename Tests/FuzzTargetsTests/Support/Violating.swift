import FuzzTargets
import Testing
import _TestSupport

/// Whether an input breaks no invariant; records an issue when it does.
func breaksNothing(_ target: FuzzTarget, _ bytes: [UInt8], _ what: @autoclosure () -> String) -> Bool {
    let violations = target.violations(bytes.span)
    guard !violations.isEmpty else { return true }
    let shown = String(decoding: bytes.prefix(2000), as: UTF8.self).debugDescription
    Issue.record("\(what()): \(violations.joined(separator: "; ")); \(bytes.count) bytes: \(shown)")
    return false
}
