#!/usr/bin/env python3
"""Checks the public log of a Rung site, for those who trust neither the site nor its programs. Python 3.8 or newer, nothing else.

    curl https://SITE/api/v1/log       > log.ndjson
    curl https://SITE/api/v1/log/heads > heads.json
    python3 check-log.py log.ndjson --heads heads.json [--head HEX] [--receipt FILE.receipt.json] [--secrets POOL.ndjson]

A line is good if hash = SHA-256(the hash before || public || commitment), the first one after SHA-256 of nothing. A head noted on an
earlier day must be on the chain, and no line after it may be dated before that day. A receipt's line must have the receipt's hash.
Of a closed pool (https://SITE/api/v1/log/pools/ID) each secret must be what its line committed to, HMAC-SHA-256 under its salt.
"""
import argparse
import base64
import hashlib
import hmac
import json
import sys


def arguments():
    parser = argparse.ArgumentParser(description="Checks the public log of a Rung site.")
    parser.add_argument("log", help="what GET /api/v1/log gave")
    parser.add_argument("--heads", help="what GET /api/v1/log/heads gave, today or earlier")
    parser.add_argument("--head", action="append", default=[], help="a head that you noted (repeatable)")
    parser.add_argument("--receipt", action="append", default=[], help="a receipt's file (repeatable)")
    parser.add_argument("--secrets", help="what GET /api/v1/log/pools/ID gave of a closed pool")
    return parser.parse_args()


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def lines_of(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for text in file:
            if text.strip():
                yield json.loads(text)


def stop(problem):
    sys.exit("The log does not check: " + problem)


def main():
    given = arguments()
    receipts = {receipt["line"]: receipt for receipt in map(load, given.receipt)}
    heads = {head: None for head in given.head}
    heads.update({r["head"]: None for r in receipts.values() if r["head"]})
    for noted in sorted(load(given.heads) if given.heads else [], key=lambda noted: noted["day"]):
        heads[noted["head"]] = noted["day"]
    secrets = {opened["line"]: opened for opened in lines_of(given.secrets)} if given.secrets else {}

    hash_before, number, earliest = hashlib.sha256().hexdigest(), 0, ""
    found = {hash_before}
    for line in lines_of(given.log):
        number += 1
        name = "line %d" % number
        if line["line"] != number:
            stop(name + " is missing")
        if hash_before in heads and heads[hash_before]:
            earliest = max(earliest, heads[hash_before])
        commitment = bytes.fromhex(line["commitment"])
        chained = bytes.fromhex(hash_before) + line["public"].encode("utf-8") + commitment
        if hashlib.sha256(chained).hexdigest() != line["hash"]:
            stop(name + " was changed, dropped or moved")
        fields = json.loads(line["public"])
        if fields["at"][:10] < earliest:
            stop(name + " is dated before the published head that it follows")
        if number in receipts and receipts[number]["hash"] != line["hash"]:
            stop(name + " is not the one for which the receipt was given")
        if number in secrets:
            check_secret(name, commitment, secrets.pop(number))
        hash_before = line["hash"]
        found.add(hash_before)
    for head, day in heads.items():
        if head not in found:
            stop("the head %s%s is not on the chain" % (head, " of " + day if day else ""))
    late = [str(line) for line in list(receipts) + list(secrets) if line > number]
    print("%d lines are good, up to %s" % (number, hash_before))
    if late:
        print("not public yet: line " + ", ".join(late) + "; lines come with the head of the day after them (UTC)")


def check_secret(name, commitment, opened):
    salt, secret = bytes.fromhex(opened["salt"]), opened["secret"]
    if not hmac.compare_digest(hmac.new(salt, secret.encode("utf-8"), "sha256").digest(), commitment):
        stop(name + " committed to another secret than was published")
    if hashlib.sha256(base64.b64decode(opened["wrong"])).hexdigest() != json.loads(secret)["wrong"]:
        stop(name + " was decided on other bits than were published")


main()
