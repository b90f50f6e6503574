import SIPBodies
import SIPParsing
import Testing
import _TestSupport

@Suite("Damaged XML is read safely")
struct DamagedXMLTests {
    static let samples = [
        """
        <?xml version="1.0" encoding="UTF-8"?><!-- c --><?p i?>
        <p:presence xmlns:p='u' entity="pres:a@b"><p:tuple id='1'><p:status><p:basic>open</p:basic></p:status>
        <p:note>&#65;&lt;Grüße €<![CDATA[x]]></p:note></p:tuple></p:presence>
        """,
        """
        <reginfo xmlns="urn:ietf:params:xml:ns:reginfo" version="0" state="full"><registration aor="sip:a@b" id='x'
         state="active"><contact id="76" state="active" event="registered"><uri>sip:c@d</uri></contact></registration>
        </reginfo>
        """,
        """
        <?xml version='1.0' encoding='ISO-8859-1'?>
        <dialog-info version='1' state='partial' entity='sip:a@b'><dialog id='1'><state>confirmed</state></dialog>
        <dialog id='2'><state event='rejected' code='486'>terminated</state></dialog></dialog-info>
        """,
        "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d SYSTEM 'e'>]><a f='&b;'>&b;&d;</a>",
    ]

    private static let pieces =
        [
            "<", ">", "</", "/>", "<!", "<?", "?>", "<!--", "-->", "<![CDATA[", "]]>", "&", ";", "&#x", "'", "\"", "=",
            ":",
            "xmlns", "<a>", "</a>", "<!DOCTYPE a [", "<!ENTITY", "<?xml version='1.0'?>", "encoding='UTF-16'", " ",
            "\r\n",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF]]

    /// A sample with some bytes changed, dropped, put in, or doubled.
    private static func damaged(_ numbers: inout SeededGenerator) -> [UInt8] {
        let sample = samples.randomElement(using: &numbers) ?? ""
        var bytes = Array(sample.utf8)
        if Int.random(in: 0..<6, using: &numbers) == 0 {
            bytes = UTF16Text.bytes(sample, isBigEndian: Bool.random(using: &numbers))
        }
        for _ in 0...Int.random(in: 0..<4, using: &numbers) where !bytes.isEmpty {
            let offset = Int.random(in: 0..<bytes.count, using: &numbers)
            let end = min(bytes.count, offset + Int.random(in: 0..<40, using: &numbers))
            let piece = pieces.randomElement(using: &numbers) ?? []
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes[offset] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes[offset] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 2: bytes.removeSubrange(offset..<end)
            case 3: bytes.insert(contentsOf: bytes[offset..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
            case 4: bytes.replaceSubrange(offset..<min(bytes.count, offset + piece.count), with: piece)
            default: bytes.insert(contentsOf: piece, at: offset)
            }
        }
        return bytes
    }

    @Test(
        "Damaged documents give short lines, and anomalies inside of the body", arguments: 1...8 as ClosedRange<UInt64>)
    func mutations(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        var goodCount = 0
        var badCount = 0
        for round in 0..<2_500 {
            let body = Self.damaged(&numbers)
            guard !body.isEmpty else { continue }
            let head = "INFO sip:a@b SIP/2.0\r\nContent-Type: text/xml\r\n\r\n"
            let summary = summarize("text/xml", body)
            let kinds = summary?.anomalies.map(\.kind)
            let isRight =
                (summary?.text.unicodeScalars.count ?? .max) <= BodySummary.longestText
                && (kinds == [] || kinds == [.badXML])
                && summary?.anomalies.allSatisfy {
                    $0.range.range.lowerBound >= head.utf8.count
                        && $0.range.range.upperBound == head.utf8.count + body.count
                } == true
            guard isRight else {
                Issue.record("seed \(seed), round \(round): \(String(describing: summary)) of \(body)")
                return
            }
            if kinds == [] { goodCount += 1 } else { badCount += 1 }
        }
        // The damage is such that both ways are taken.
        #expect(goodCount > 50)
        #expect(badCount > 1_000)
    }

    @Test("Every prefix of every sample")
    func prefixes() {
        for sample in Self.samples {
            let bytes = Array(sample.utf8)
            for count in 1..<bytes.count {
                #expect(summarize("text/xml", Array(bytes.prefix(count)))?.anomalies.map(\.kind) == [.badXML])
            }
        }
    }
}
