import Foundation
import FuzzTargets
import _TestSupport

/// An input for a target, kept as a file under `Fixtures/fuzz`.
struct FuzzInput: CustomStringConvertible, Sendable {
    static let folder = Fixture.project.appending(path: "Fixtures/fuzz")

    let target: FuzzTarget
    let name: String
    let bytes: [UInt8]

    /// Target and file.
    var description: String { "\(target.rawValue)/\(name)" }

    /// What the mutations begin with.
    static func seeds(of target: FuzzTarget) -> [FuzzInput] {
        inputs(target, folder.appending(path: "seeds/\(target.rawValue)"))
    }

    /// What once broke a target, or still does.
    static let failures = FuzzTarget.allCases.flatMap { inputs($0, folder.appending(path: $0.rawValue)) }

    /// The text of a file beside the inputs.
    static func text(_ name: String) -> String {
        let data = FileManager.default.contents(atPath: folder.appending(path: name).path) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    private static func inputs(_ target: FuzzTarget, _ folder: URL) -> [FuzzInput] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { name in
            let data = FileManager.default.contents(atPath: folder.appending(path: name).path) ?? Data()
            return FuzzInput(target: target, name: name, bytes: [UInt8](data))
        }
    }
}
