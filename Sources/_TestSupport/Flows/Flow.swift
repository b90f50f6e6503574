import Foundation

/// A file of SIP traces written down as text, with the findings that each is to have: `Fixtures/flows/AREA/RULE.flow`.
///
/// Lines that begin with `#` say nothing. `== TITLE` begins a case, and these lines make it up:
///
///     expect RULE SEVERITY CONFIDENCE [FRAME…]    one finding; none of them: no finding at all
///     cured RULE                                  cut short, the capture may show this: it was made good too late
///     until TIME                                  when the capture ends; otherwise with the last message
///     loss                                        the capture lost frames
///     timers t1=N t2=N t4=N                       in milliseconds, any of them
///     party NAME ADDRESS[:PORT]                   besides alice, bob, carol, dave and proxy at 192.0.2.1, 2, 3, 4 and 9
///     call CALL-ID                                the current call from here on
///     transport udp|tcp|tls|sctp|ws|wss           from here on
///     TIME SENDER > RECEIVER METHOD [URI] [WORD…]
///     TIME SENDER > RECEIVER STATUS [PHRASE] [WORD…]
///     TIME SENDER > RECEIVER again [@LABEL]       the last message that went this way, byte for byte
///     TIME SENDER > RECEIVER forward [URI] [WORD…]    the last request that SENDER received, with one Via more
///
/// TIME is in seconds; `+0.5` counts from the message before. A phrase in quotes may be empty or hold any word. Words:
///
///     to NAME, from NAME       the party of To or From of a request, where it is not the receiver or the sender
///     tag=X                    the tag of From of a request, of To of a response
///     totag=X                  the tag of To
///     cseq=N, branch=X         X stands behind the magic cookie
///     call=X                   another Call-ID than that of the current call
///     new                      outside of the dialog that there is
///     for METHOD, for @LABEL   which request a response, ACK, CANCEL or forward is about
///     @LABEL                   names the message
///
/// Indented lines below a message change it:
///
///     Header: value            takes the place of the default of that name
///     +Header: value           stands beside it
///     -Header                  leaves it out
///     sdp [sendonly|recvonly|inactive|sendrecv] [port=N,…] [codecs=N,…] [address=A] [version=N] [media=M,…]
///     sipfrag 603 Decline
///     body TYPE                and its lines below it, each after `|`
///
/// A request is inside of the dialog that the last response 101–299 to INVITE, SUBSCRIBE or REFER made in its call
/// between the parties of From and To, or a NOTIFY that came before; a final failure of that request ends the dialog.
/// A response answers the last request of its call that came the other way and has no final response yet, or the last
/// one. ACK takes up the last INVITE of its hop that has a final response, CANCEL the last INVITE, and PRACK the last
/// response with RSeq. To of a REGISTER is its sender, and its Request-URI the receiver's host alone. A method with
/// lower-case letters stands in quotes. An ACK or CANCEL that is `new` has nothing to do with any INVITE.
package struct Flow: Sendable {
    /// Area and rule.
    package var name: String
    /// The cases in order.
    package var cases: [Case]

    /// Reads a text.
    package init(_ text: String, named name: String) throws(FlowError) {
        self.name = name
        cases = []
        var builder: FlowBuilder?
        for block in FlowBlock.all(in: text, file: "Fixtures/flows/\(name).flow") {
            if block.head.text.hasPrefix("==") {
                if let builder { cases.append(try builder.finish()) }
                let title = block.head.text.drop { $0 == "=" || $0 == " " }
                builder = FlowBuilder(Case(flow: name, title: String(title), line: block.head.number), block.head)
            }
            guard builder != nil else { throw block.head.error(.outsideOfCase) }
            if !block.head.text.hasPrefix("==") || !block.details.isEmpty { try builder?.add(block) }
        }
        if let builder { cases.append(try builder.finish()) }
    }

    /// Reads a file of the folder.
    package init(named name: String) throws(FlowError) {
        let file = Self.folder.appending(path: "\(name).flow")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw FlowError(file: file.path, line: 0, reason: .unreadable)
        }
        try self.init(text, named: name)
    }

    private static let folder = Fixture.project.appending(path: "Fixtures/flows")

    /// The names of all files, such as `transfer/no-notify`.
    package static let names: [String] = {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".flow") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// The cases of all files that can be read.
    package static let allCases: [Case] = names.flatMap { (try? Flow(named: $0))?.cases ?? [] }
}
