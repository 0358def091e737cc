#!/usr/bin/env python3
"""Verifies an export of Herald's record: verify.py FILE.zip KEY.pub [NUMBER:HASH ...]

Written from src/site/markdown/ledger-format.md alone, with Python's standard library. Ends with 0
(whole), 1 (broken) or 2 (unreadable).
"""
import base64, hashlib, json, re, sys, zipfile

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
MALFORMED = ValueError, LookupError, TypeError, AttributeError


def point(data):  # RFC 8032, 5.1.3
    y, odd = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square or (x == 0 and odd):
        raise ValueError("no point")
    return (P - x if x & 1 != odd else x), y


def add(p, q):
    (a, b), (c, d), e = p, q, D * p[0] * p[1] * q[0] * q[1]
    return (a * d + b * c) * pow(1 + e, -1, P) % P, (b * d + a * c) * pow(1 - e, -1, P) % P


def times(n, p):
    q = (0, 1)
    for bit in bin(n)[2:]:
        q = add(add(q, q), p) if bit == "1" else add(q, q)
    return q


def signed(der, message, signature):  # RFC 8032, 5.1.7
    key, r, s = der[-32:], signature[:32], int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L
    try:
        base = point(bytes.fromhex("58" + "66" * 31))
        whole = len(signature) == 64 and s < L
        return whole and times(s, base) == add(point(r), times(h, point(key)))
    except ValueError:
        return False


def sha(data):
    return hashlib.sha256(data).hexdigest()


class Broken(Exception):
    """Carries the number of the first broken entry, or 0, and words."""


def hold(good, number, what):
    if not good:
        raise Broken(number, what)


def lines(data):
    *whole, rest = data.split(b"\n")
    return iter(whole + [b"not ended"] if rest else whole)


def walk(files, manifest):
    """The chain hash at each number, and the entries that are shown."""
    at, contents, shown = manifest["before"]["number"], lines(files.get("entries.jsonl", b"")), {}
    chain = {at: manifest["before"]["chain"]}
    for line in lines(files.get("chain.txt", b"")):
        parts = re.fullmatch(rb"(\d+) (?:\+|- ([0-9a-f]{64})) ([0-9a-f]{64})", line)
        hold(parts and parts[1] == b"%d" % (at + 1), at + 1, "chain.txt has no line for it")
        entry = None if parts[2] else next(contents, b"")
        content = parts[2].decode() if parts[2] else sha(entry)
        found = sha(bytes.fromhex(chain[at] + content))
        hold(found == parts[3].decode(), at + 1, "its content is not what the chain holds")
        at += 1
        chain[at] = found
        if not parts[2]:
            shown[at] = entry
    hold(next(contents, None) is None, at + 1, "entries.jsonl has more lines than the chain")
    last = manifest["last"]
    hold(at == last["number"], min(at, last["number"]) + 1, "the chain does not end here")
    hold(chain[at] == last["chain"], at, "the chain ends with another hash")
    hold(len(shown) == manifest["shown"], 0, "another number of entries is shown")
    return chain, shown


def agrees(name, line, chain, shown, der):
    """Whether a line of a file beside the chain says what the chain, or its entry, does."""
    if name == "checkpoints.jsonl":
        signature = bytes.fromhex(line.pop("signature"))
        text = json.dumps(line, sort_keys=True, separators=(",", ":")).encode()
        here = (line["key"], line["chain"]) == (sha(der), chain[line["number"]])
        return here and signed(der, text, signature)
    entry = json.loads(shown[line["number"]])
    if name == "opened.jsonl":
        openings = line["fields"].items()
        return all(entry["content"][field]["hash"] == sha(o.encode()) for field, o in openings)
    rows = [sha(row.encode()) if row.startswith("{") else row for row in line["rows"]]
    said = entry["kind"], entry["content"]["rows"], entry["content"]["rows_hash"]
    return said == ("broadcast_outcomes", len(rows), sha(bytes.fromhex("".join(rows))))


def look(files, names, posted, der):
    """Finds what is broken: first in the chain, then in what hangs on it, then in the files."""
    manifest = json.loads(files["manifest.json"])
    chain, shown = walk(files, manifest)
    for name in ("outcomes.jsonl", "opened.jsonl", "checkpoints.jsonl"):
        reached = min(chain) - 1
        for line in lines(files.get(name, b"")):
            number, good = 0, False
            try:
                line = json.loads(line)
                number = line["number"] if reached < line["number"] in chain else 0
                good = number > 0 and agrees(name, line, chain, shown, der)
            except MALFORMED:
                pass
            hold(good, number, name + " does not say what the chain holds")
            reached = number
    for number, told in posted:
        hold(chain[number] == told, number, "the checkpoint that was posted is another")
    hold(manifest["key"] == sha(der), 0, "manifest.json names another key")
    known = sorted([*manifest["files"], "manifest.json", "manifest.sig"])
    hold(sorted(names) == known, 0, "there are other files than manifest.json names")
    for name, said in manifest["files"].items():
        there = {"bytes": len(files[name]), "sha256": sha(files[name])}
        hold(said == there, 0, name + " is not the file that was signed")


def verify(files, names, posted, der):
    ours = signed(der, files["manifest.json"], files.get("manifest.sig", b""))
    try:
        look(files, names, posted, der)
    except MALFORMED:
        hold(ours, 0, "manifest.json is not signed with this key")
        raise
    hold(ours, 0, "manifest.json is not signed with this key")


def main(path, pub, *checkpoints):
    try:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
            names = archive.namelist()
        der = base64.b64decode(re.search("BEGIN PUBLIC KEY-+(.*?)-+END", open(pub).read(), re.S)[1])
        posted = [(int(n), h) for n, h in (c.split(":") for c in checkpoints)]
        verify(files, names, posted, der)
        return 0
    except Broken as broken:
        print("{1}\nfirst broken: {0}".format(*broken.args))
        return 1
    except Exception as unreadable:
        print("unreadable:", unreadable)
        return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
