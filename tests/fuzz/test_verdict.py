"""Positive controls: a planted failure is seen, and what is expected is not taken for one."""

import json
import unittest

from figures import lacking
from verdict import INTERNAL, REACHED, REFUSED, verdict


def answer(*errors, data=None):
    return json.dumps({"errors": list(errors), "data": data}).encode()


def error(code, path=("order",)):
    return {"message": "…", "path": list(path), "extensions": {"code": code}}


class Verdict(unittest.TestCase):
    def check(self, want, status, content):
        self.assertEqual(verdict(status, content)[0], want, content)

    def test_failures_of_ours_are_seen(self):
        self.check(INTERNAL, 200, answer(error("INTERNAL")))
        self.check(INTERNAL, 200, answer(error("NOT_FOUND"), error("INTERNAL"), data={"order": None}))
        self.check(INTERNAL, 200, answer({"message": "an error without a code", "path": ["order"]}))
        self.check(INTERNAL, 503, answer(error("BAD_INPUT")))
        self.check(INTERNAL, 500, b"")
        self.check(INTERNAL, 200, b"<html>")
        self.check(INTERNAL, 200, b"[]")

    def test_expected_answers_are_not(self):
        self.check(REACHED, 200, json.dumps({"data": {"site": {"name": "x"}}}).encode())
        self.check(REACHED, 200, answer(error("NOT_FOUND")))
        self.check(REFUSED, 200, answer(error("BAD_INPUT", path=())))
        self.check(REFUSED, 200, answer(error("RATE_LIMITED")))
        self.check(REFUSED, 401, answer(error("UNAUTHENTICATED", path=())))


class Figures(unittest.TestCase):
    def test_a_run_that_asked_too_little_is_seen(self):
        full = {"Query.site": {REACHED: 80, REFUSED: 20}}
        self.assertEqual(lacking([full], ["Query.site"], 100), [])
        self.assertEqual(len(lacking([{}], ["Query.site"], 100)), 1)
        self.assertEqual(len(lacking([full, {}], ["Query.site"], 100)), 1)
        self.assertEqual(len(lacking([full], ["Query.site"], 200)), 1)
        self.assertEqual(len(lacking([{"Query.site": {REFUSED: 100}}], ["Query.site"], 100)), 1)


if __name__ == "__main__":
    unittest.main()
