"""The page that says what each capture holds."""
from .fixtures import ALL, FILES, LINKS, NETWORKS, TUNNELS

HEAD = """# One call in many encapsulations
The call of [call/answered](../call/answered.md), and where TCP is needed that of [call/tcp](../call/tcp.md), in each
encapsulation that traces come in: the same seven messages, one call, `answered`, the same Call-ID. All files, and this
page, are made by `Scripts/encapsulate`, which was written apart from the decoder and writes the same bytes each time.

Alice and Bob are the innermost addresses, 192.0.2.10 and .20, port 5060, in IPv6 2001:db8::10 and ::20; tunnels run
between 198.51.100.1 and .2. WebSocket comes from port 40000 to 80, TURN shows Alice's port 49152 and the server.

`Scripts/encapsulate --verify` asks tshark (4.0) for the messages of each file. The last column says with what options
it finds them all ("yes": with none), or why it cannot.
"""


def view(fixture):
    """What tshark makes of the capture."""
    if fixture.blind:
        return f"no: {fixture.blind}"
    return f"with `{' '.join(fixture.options)}`" if fixture.options else "yes"


def text():
    parts = [HEAD]
    titles = ("Links", LINKS), ("Networks and transports", NETWORKS), ("Tunnels", TUNNELS), ("Files", FILES)
    for title, fixtures in titles:
        parts.append(f"\n## {title}\n| file | layers | tshark |\n|---|---|---|\n")
        for fixture in fixtures:
            parts.append(f"| `{fixture.name}` | {fixture.layers} | {view(fixture)} |\n")
    assert len({fixture.name for fixture in ALL}) == len(ALL)
    return "".join(parts)
