/// Paths of traces as a baseline has them: from its own folder, so that they stay the same wherever the project lies.
public enum BaselinePath {
    /// The path of a file from a folder, both as given, by their names alone: links are not followed. `working` is the
    /// folder, from the root on, in which a path begins that does not begin at the root.
    public static func of(_ file: String, from folder: String, working: String) -> String {
        let target = parts(of: file, working)
        let base = parts(of: folder, working)
        let shared = zip(target, base).prefix { $0 == $1 }.count
        let steps = base.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    /// The path, from the root on, of a file that a baseline in this folder names.
    public static func file(_ path: String, in folder: String, working: String) -> String {
        let inside = path.hasPrefix("/") ? path : folder + "/" + path
        return "/" + parts(of: inside, working).joined(separator: "/")
    }

    /// The folder that a file lies in, as it is written: `.` for a name alone.
    public static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    /// The names from the root on.
    private static func parts(of path: String, _ working: String) -> [String] {
        let whole = path.hasPrefix("/") ? path : working + "/" + path
        return whole.split(separator: "/").reduce(into: []) { parts, name in
            switch name {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(String(name))
            }
        }
    }
}
