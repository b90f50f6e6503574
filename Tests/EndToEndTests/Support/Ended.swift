/// What a program that has ended left behind.
struct Ended {
    /// Its standard output.
    let output: String
    /// The same as bytes.
    let outputBytes: [UInt8]
    /// Its standard error.
    let errors: String
    /// Its exit status; 128 and the signal's number where a signal ended it.
    let status: Int32

    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
}
