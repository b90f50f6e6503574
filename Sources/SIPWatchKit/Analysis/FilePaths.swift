import PacketCapture

/// What paths of a command line lead to.
public enum FilePaths {
    /// Whether both lead to the same file, or would when it is made.
    public static func areSame(_ path: String, _ other: String) -> Bool {
        FilePath.areSame(path, other)
    }

    /// Whether what a path leads to is gone once it was read: a pipe, a terminal.
    public static func isReadOnce(_ path: String) -> Bool {
        FilePath.isReadOnce(path)
    }

    /// Whether there is a file, or a link that leads nowhere, where a path leads to.
    public static func isFile(_ path: String) -> Bool {
        [.file, .brokenLink].contains(FilePath.kind(path))
    }
}
