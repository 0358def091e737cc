#!/usr/bin/env python3
"""Verifies an export of Herald's record: verify.py FILE.zip KEY.pub [NUMBER:HASH ...]

Written from src/site/markdown/ledger-format.md alone, with Python's standard library. Ends with 0
(whole), 1 (broken) or 2 (unreadable).
"""
import base64, hashlib, json, re, sys, zipfile

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def point(data):  # RFC 8032, 5.1.3
    y = int.from_bytes(data, "little") & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    if y >= P or x * x % P != square or (x == 0 and data[31] >> 7):
        raise ValueError("no point")
    if x & 1 != data[31] >> 7:
        x = P - x
    return x, y, 1, x * y % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


BASE = point(bytes.fromhex("58" + "66" * 31))


def signed(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L:
        return False
    try:
        a, r = point(key), point(signature[:32])
    except ValueError:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    p, q = times(s, BASE), add(r, times(h, a))
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def sha(data):
    return hashlib.sha256(data).hexdigest()


def lines(data):
    if data and not data.endswith(b"\n"):
        raise ValueError("ends within a line")
    return data.split(b"\n")[:-1]


def canonical(value):  # Enough of RFC 8785 for checkpoints: ASCII names, ASCII strings, integers.
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def verify(files, names, der, posted):
    """Yields what is wrong, each with the number of the entry or 0."""
    key, fingerprint = der[-32:], sha(der)
    ours = signed(key, files["manifest.json"], files.get("manifest.sig", b""))
    if not ours:
        yield 0, "manifest.json is not signed with this key"
    try:
        manifest = json.loads(files["manifest.json"])
        {name: manifest[name] for name in ("key", "files", "shown", "before", "last")}
        [manifest[place][name] for place in ("before", "last") for name in ("number", "chain")]
    except (ValueError, KeyError, TypeError):
        if ours:
            raise
        return
    if manifest["key"] != fingerprint:
        yield 0, "manifest.json names another key"
    if sorted(names) != sorted([*manifest["files"], "manifest.json", "manifest.sig"]):
        yield 0, "there are other files than manifest.json names"
    for name, said in manifest["files"].items():
        if name in files and said != {"bytes": len(files[name]), "sha256": sha(files[name])}:
            yield 0, name + " is not the file that was signed"
    number, chain = manifest["before"]["number"], manifest["before"]["chain"]
    try:
        entries, batches = iter(lines(files["entries.jsonl"])), {}
        places, shown, kinds = {number: chain}, 0, {}
        for line in lines(files["chain.txt"]):
            parts = re.fullmatch(rb"(\d+) (?:\+|- ([0-9a-f]{64})) ([0-9a-f]{64})", line)
            if not parts or parts[1] != str(number + 1).encode():
                raise ValueError("chain.txt has no line for it")
            if parts[2]:
                content = bytes.fromhex(parts[2].decode())
            else:
                entry = next(entries, None)
                if entry is None:
                    raise ValueError("entries.jsonl has no line for it")
                content, shown = hashlib.sha256(entry).digest(), shown + 1
                kinds[number + 1] = entry
            chain = sha(bytes.fromhex(chain) + content)
            if chain != parts[3].decode():
                raise ValueError("its content is not what the chain holds")
            number += 1
            places[number] = chain
        if next(entries, None) is not None or number != manifest["last"]["number"]:
            raise ValueError("the chain does not end here")
    except (ValueError, KeyError) as wrong:
        yield number + 1, str(wrong)
        return
    if chain != manifest["last"]["chain"] or shown != manifest["shown"]:
        yield number, "the chain ends otherwise"
    for line in lines(files["outcomes.jsonl"]):
        batch = json.loads(line)
        rows = [sha(r.encode()) if r.startswith("{") else r for r in batch["rows"]]
        said = json.loads(kinds.get(batch["number"], b"{}")).get("content", {})
        if (said.get("rows"), said.get("rows_hash")) != (len(rows), sha(bytes.fromhex("".join(rows)))):
            yield batch["number"], "outcomes.jsonl has other rows than its entry"
    for line in lines(files["opened.jsonl"]):
        opened = json.loads(line)
        entry = json.loads(kinds.get(opened["number"], b"{}")).get("content", {})
        for name, opening in opened["fields"].items():
            if entry.get(name, {}).get("hash") != sha(opening.encode()):
                yield opened["number"], "opened.jsonl says other words than its entry"
    for line in lines(files["checkpoints.jsonl"]):
        checkpoint = json.loads(line)
        signature = bytes.fromhex(checkpoint.pop("signature"))
        good = signed(key, canonical(checkpoint), signature) and checkpoint["key"] == fingerprint
        if not good or places.get(checkpoint["number"]) != checkpoint["chain"]:
            yield checkpoint["number"], "a checkpoint in checkpoints.jsonl is another"
    for at, told in posted:
        if at not in places:
            raise LookupError("a posted checkpoint lies outside this export")
        if places[at] != told:
            yield at, "the checkpoint that was posted is another"


def main(path, pub, *checkpoints):
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            files = {name: archive.read(name) for name in names}
        der = base64.b64decode(re.search("BEGIN PUBLIC KEY-+(.*?)-+END", open(pub).read(), re.S)[1])
        posted = [(int(n), h) for n, h in (c.split(":") for c in checkpoints)]
        wrong = list(verify(files, names, der, posted))
    except Exception as unreadable:
        print("unreadable:", unreadable)
        return 2
    for number, what in wrong:
        print(f"entry {number}: {what}" if number else what)
    if wrong:
        print("first broken:", min((n for n, _ in wrong if n), default=0))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
