"""Asks tshark for the messages of each capture and compares them with the recorded ones."""
import pathlib
import subprocess

from .fixtures import ALL


def found(path, options):
    """Method or status and Call-ID of each message that tshark finds."""
    command = ["tshark", "-r", str(path), *options, "-Y", "sip", "-T", "fields", "-E", "occurrence=a"]
    for name in ("sip.Method", "sip.Status-Code", "sip.Call-ID"):
        command += ["-e", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = []
    for line in done.stdout.splitlines():
        methods, codes, identifiers = (column.split(",") for column in line.split("\t"))
        # Several messages in a frame: their fields are not in one order, so only the frame's sets are compared.
        lines += sorted(zip([word for word in methods + codes if word], identifiers))
    return sorted(lines)


def verify(folder, calls):
    """Says for each capture what tshark finds; returns how many are not as they are meant to be."""
    recorded = {path.stem: found(path, ()) for path in calls}
    failures = 0
    for fixture in ALL:
        expected = recorded[fixture.recorded]
        messages = found(pathlib.Path(folder) / fixture.name, fixture.options)
        is_same = messages == expected
        is_meant = is_same == (not fixture.blind)
        failures += not is_meant
        note = "same" if is_same else f"{len(messages)} of {len(expected)}"
        print(f"{'ok ' if is_meant else 'BAD'} {fixture.name}: {note} {fixture.blind}")
    return failures
