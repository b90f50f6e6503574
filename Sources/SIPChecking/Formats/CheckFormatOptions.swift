import SIPCatalog
import SIPReporting

/// How a verdict is written.
public struct CheckFormatOptions: Sendable {
    /// Whether the text form has colours.
    public var style = TextStyle(isColored: false)
    /// Whether the text form shows expectations that are met, too.
    public var explains = false
    /// Whether the text form tells what cannot be read, which standard error has told already.
    public var showsUnreadable = true
    /// The language of the rules' texts.
    public var catalog: Catalog
    /// The program's name.
    public var program: String
    /// The program's version.
    public var version: String
    /// The folder, as an absolute path, that formats read by services name files relative to; nil to leave paths as
    /// they are.
    public var baseFolder: String?
    /// Whether the findings were compared with a baseline.
    public var hasBaseline = false

    /// Makes options.
    public init(catalog: Catalog, program: String = "sipwatch", version: String) {
        self.catalog = catalog
        self.program = program
        self.version = version
    }

    /// A path as services want it: below the base folder, without a dot in front.
    func relative(_ path: String) -> String {
        var path = path[...]
        if let base = baseFolder.map({ $0.hasSuffix("/") ? $0 : $0 + "/" }), path.hasPrefix(base) {
            path = path.dropFirst(base.count)
        }
        while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
        return String(path)
    }
}

extension CheckVerdict {
    /// What the program ends with: 0 when nothing fails, 1 when something does, 2 when a trace cannot be read.
    public var exitStatus: Int { hasTrouble ? 2 : isClean ? 0 : 1 }
}
