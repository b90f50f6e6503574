extension Shell {
    /// The script that makes the shell complete the program's command lines.
    var completionScript: String {
        switch self {
        case .bash: BashCompletion.script()
        case .zsh: ZshCompletion.script()
        case .fish: FishCompletion.script()
        }
    }
}
