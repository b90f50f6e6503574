import TraceTypes

/// Files that begin and end.
extension CaptureSaver {
    /// Goes on in a new file of the same name, or with the next one where files follow each other. A name that still
    /// leads to the file at hand leaves it open, and what could not be written before is tried again from now on.
    package func reopen(at time: Timestamp) {
        isStuck = false
        if request.rotation.isOn { return rotate(at: time) }
        if request.path == OutputFile.standardOutput || file.isSame(request.path) {
            resume()
        } else {
            replaceFile(with: request.path)
        }
    }

    /// Goes on in the file at hand. What a file begins with is written where the file lacks it: because it could not be
    /// written before, or because somebody emptied the file.
    private func resume() {
        let isEmptied = file.rewindIfEmptied()
        let isBare = isEmptied || isBroken && file.length == 0
        let described = isBroken ? interfaces.count : interfacesInFile
        if isBroken { encoder.removeAll() }
        isBroken = false
        var lacking = PcapngEncoder()
        if isBare { lacking.addSection(application: request.application) }
        for interface in interfaces[(isEmptied ? 0 : interfacesInFile)..<described] { lacking.add(interface) }
        lacking.append(encoder)
        encoder = lacking
        flush()
    }

    /// Begins a new file where a frame of so many bytes would make this one too large, or where it is too old.
    func rotateIfDue(at time: Timestamp, adding count: Int) {
        guard framesInFile > 0, !isStuck, let began else { return }
        // A frame's block has 32 bytes beside the frame and its padding; the end of the file is counted as well.
        let ahead = UInt64(encoder.bytes.count + count + 36 + interfaces.count * Self.statisticsSize)
        let isLarge = request.rotation.size.map { file.length + ahead > $0 && count > 0 } ?? false
        let isOld = request.rotation.time.map { time - began >= $0 } ?? false
        if isLarge || isOld { rotate(at: time) }
    }

    /// About what the statistics of an interface take.
    private static let statisticsSize = 88

    private func rotate(at time: Timestamp) {
        let next = RotatedName.name(request.path, number: number + 1, time: time)
        guard replaceFile(with: next) else {
            isStuck = true
            return
        }
        number += 1
        names.append(next)
        began = time
        guard let keep = request.rotation.keep else { return }
        while names.count > keep { OutputFile.remove(names.removeFirst()) }
    }

    /// Opens a further file before the one at hand is ended, so that one that cannot be opened loses nothing.
    @discardableResult
    private func replaceFile(with path: String) -> Bool {
        let next: OutputFile
        do throws(WriteError) {
            next = try OutputFile(path: path, inputs: request.inputs)
        } catch {
            fail(error)
            return false
        }
        endFile()
        file = next
        isBroken = false
        framesInFile = 0
        interfacesInFile = 0
        began = nil
        encoder.removeAll()
        encoder.addSection(application: request.application)
        for interface in interfaces { encoder.add(interface) }
        return true
    }

    /// Writes what belongs at the end of the file at hand.
    func endFile() {
        for (index, interface) in interfaces.enumerated() {
            guard let statistics = interface.statistics else { continue }
            let dropped = droppedHere.indices.contains(index) ? droppedHere[index] : 0
            encoder.addStatistics(
                interface: index, statistics, delivered: delivered[index] &+ dropped, at: last,
                comment: dropped > 0 ? "\(dropped) frames dropped by sipwatch before they could be saved" : nil)
        }
        flush()
    }

    /// Writes out what is buffered.
    package func flush() {
        guard !isBroken, !encoder.bytes.isEmpty else { return }
        do throws(WriteError) {
            try file.write(encoder.bytes)
            interfacesInFile = interfaces.count
        } catch {
            isBroken = true
            fail(error)
        }
        encoder.removeAll()
    }

    private func fail(_ error: WriteError) {
        isIncomplete = true
        problem = problem ?? error
    }
}
