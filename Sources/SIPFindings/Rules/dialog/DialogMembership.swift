import SIPDialogs
import SIPParsing
import TraceTypes

/// The sides of a dialog, for rules.
extension Exchange {
    /// Whether the caller of a dialog sent a request, by the tag of its From.
    func isByCaller(_ transaction: Transaction, in dialog: Dialog) -> Bool {
        transaction.fromTag == dialog.callerTag
    }

    /// The INVITE that began a dialog, if it was captured: one whose answer alone was seen may be a re-INVITE.
    func beginning(of dialog: Dialog) -> TransactionIndex? {
        dialog.invite.flatMap { transactions[$0].isInitialInvite && transactions[$0].request != nil ? $0 : nil }
    }

    /// The new messages of a dialog, in order.
    func messages(ofDialog index: Int) -> [MessageIndex] {
        newMessages.filter { messages[$0].dialog == index }
    }

    /// The URI of the first Contact of a message.
    func contact(of message: MessageIndex?) -> SIPURI? {
        detail(.header(.contact), of: message).flatMap { NameAddress(text.span, $0)?.uri }
    }

    /// The Request-URI of a request.
    func requestURI(of message: MessageIndex?) -> SIPURI? {
        detail(.requestURI, of: message).flatMap { SIPURI(text.span, $0) }
    }
}
