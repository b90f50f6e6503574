/// The keys of messages and session descriptions.
extension CheckedKey {
    static let messages = [
        CheckedKey(
            "a message", "match", "call/answered", met: "match: {request: ACK}", failed: "match: {request: REFER}",
            .init("messages[1]", seen: "no such message", state: "unmatched", written: "{")),
        CheckedKey(
            "a message", "count", "call/answered", met: "match: {response: 2xx}, count: 2",
            failed: #"match: {response: 2xx}, count: "> 2""#,
            .init("messages[1].count", seen: "2", frames: [4, 7], written: "count")),
        CheckedKey(
            "a message", "header", "call/answered",
            met: "match: {request: INVITE}, header: {User-Agent: /SIPp/, Content-Type: present, Require: absent}",
            failed: "match: {request: INVITE}, header: {Subject: present}",
            .init("messages[1].header.Subject", seen: "absent", frames: [1], written: "Subject")),
        CheckedKey(
            "a message", "sdp", "call/answered", met: "match: {request: INVITE}, sdp: present",
            failed: "match: {request: BYE}, sdp: present",
            .init("messages[1].sdp", seen: "absent", frames: [6], written: "sdp")),
        CheckedKey(
            "the match of a message", "request", "call/answered", met: "request: BYE", failed: "request: REFER",
            .init("messages[1].count", seen: "0", written: "count")),
        CheckedKey(
            "the match of a message", "response", "call/answered", met: "response: 180", failed: "response: 4xx",
            .init("messages[1].count", seen: "0", written: "count")),
        CheckedKey(
            "the match of a message", "method", "call/answered", met: "response: 200, method: BYE",
            failed: "response: 200, method: CANCEL",
            .init("messages[1].count", seen: "0", written: "count")),
        CheckedKey(
            "the match of a message", "order", "call/answered", met: "response: 200, order: 2",
            failed: "response: 200, order: 3",
            .init("messages[1].count", seen: "0", written: "count")),
        CheckedKey(
            "the match of a message", "from", "call/answered", met: "request: INVITE, from: 192.0.2.10",
            failed: "request: INVITE, from: 192.0.2.20",
            .init("messages[1].count", seen: "0", written: "count")),
        CheckedKey(
            "the match of a message", "to", "call/answered", met: #"request: INVITE, to: "192.0.2.20:5060""#,
            failed: #"request: INVITE, to: "192.0.2.20:5070""#,
            .init("messages[1].count", seen: "0", written: "count")),
    ]

    static let descriptions = [
        CheckedKey(
            "sdp", "media", "call/answered", met: "media: [audio]", failed: "media: [audio, video]",
            .init("messages[1].sdp.media", seen: "audio", frames: [1], written: "media")),
        CheckedKey(
            "sdp", "codecs", "call/answered", met: "codecs: [PCMU, PCMA, telephone-event]",
            failed: "codecs: [PCMU, opus]",
            .init("messages[1].sdp.codecs", seen: "PCMU, PCMA, telephone-event", frames: [1], written: "codecs")),
        CheckedKey(
            "sdp", "direction", "call/answered", met: "direction: [sendrecv, sendonly]", failed: "direction: inactive",
            .init("messages[1].sdp.direction", seen: "sendrecv", frames: [1], written: "direction")),
        CheckedKey(
            "sdp", "address", "call/answered", met: "address: 192.0.2.10", failed: "address: 192.0.2.99",
            .init("messages[1].sdp.address", seen: "192.0.2.10", frames: [1], written: "address")),
        CheckedKey(
            "sdp", "port", "call/answered", met: #"port: "> 1023""#, failed: "port: 4000",
            .init("messages[1].sdp.port", seen: "6000", frames: [1], written: "port")),
    ]
}
