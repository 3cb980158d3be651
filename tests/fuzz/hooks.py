"""What schemathesis has to know of Beket: who asks, which values mean something, and which answers are a failure.

Read by `scripts/fuzz.sh`, which names the server (FUZZ_URL), the role (FUZZ_ROLE) and where the figures go (FUZZ_FIGURES).
"""

import atexit
import collections
import hashlib
import json
import os
import random
import threading
import time
import uuid

import graphql
import requests
import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from verdict import INTERNAL, REACHED, REFUSED, verdict

URL = os.environ.get("FUZZ_URL", "")
ROLE = os.environ.get("FUZZ_ROLE", "visitor")
PASSWORD = "beket-demo"

# --- Scalars that the schema names and schemathesis does not know.

days = st.integers(-3, 40).map(lambda n: time.strftime("%Y-%m-%d", time.gmtime(time.time() + n * 86400)))
dates = st.one_of(days, st.dates().map(str), st.text(max_size=12))
schemathesis.graphql.scalar("Date", dates.map(nodes.String))
schemathesis.graphql.scalar("DateTime", st.datetimes().map(lambda at: at.isoformat() + "Z").map(nodes.String))
schemathesis.graphql.scalar("LocalDateTime", st.datetimes().map(lambda at: at.isoformat()).map(nodes.String))
schemathesis.graphql.scalar("Decimal", st.decimals(allow_nan=False).map(str).map(nodes.String))
schemathesis.graphql.scalar("JSON", st.text().map(nodes.String))

# --- The world: rows that exist, so that not every request ends with "no such thing".


class Ended(Exception):
    """The session is no more."""


class World:
    """A session of the role and ids of rows that exist, made again now and then since requests use them up."""

    def __init__(self):
        self.lock = threading.Lock()
        self.token = None
        self.signed_in_at = 0.0
        self.made_at = 0.0
        self.values = collections.defaultdict(list)
        self.orders = []

    def ask(self, query, variables=None, token=None):
        headers = {"X-Forwarded-For": address()}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        answer = requests.post(URL, json={"query": query, "variables": variables or {}}, headers=headers, timeout=60)
        body = answer.json()
        if answer.status_code == 401:
            raise Ended
        if body.get("errors"):
            raise RuntimeError(f"the world cannot be made: {body}")
        return body["data"]

    def session(self):
        """The role's access token; none for a visitor."""
        if ROLE == "visitor":
            return None
        with self.lock:
            if self.token is None or time.time() - self.signed_in_at > 200:
                staff = ROLE != "passenger"
                query = "mutation($i: SignInInput!) { signIn(input: $i) { ... on SignedIn { accessToken } } }"
                login = {"login": f"{ROLE}@demo.beket.example.com", "password": PASSWORD}
                signed = self.ask(query, {"i": {**login, "kind": "STAFF" if staff else "PASSENGER"}})["signIn"]
                self.token, self.signed_in_at = signed["accessToken"], time.time()
            return self.token

    def signed_out(self):
        self.signed_in_at = 0.0

    def refresh(self):
        with self.lock:
            if time.time() - self.made_at < 20:
                return
            self.made_at = time.time()
        for _ in range(3):
            try:
                self.make(self.session())
                return
            except Ended:
                # A request that was made up has ended the session.
                self.signed_out()

    def make(self, token):
        fresh = collections.defaultdict(list)
        # Any day: requests cancel trips and buy them up.
        day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + random.randint(1, 25) * 86400))
        fresh["stationId"] = [stop["id"] for stop in self.ask("{ stations(first: 20) { id } }")["stations"]]
        fresh["carrierId"] = fresh["carriers"] = [row["id"] for row in self.ask("{ carriers { id } }")["carriers"]]
        towns = [row["id"] for name in ("Бишкек", "Ош", "Каракол") for row in self.ask(
            "query($q: String!) { places(query: $q) { id } }", {"q": name})["places"]]
        fresh["from"], fresh["to"] = towns, towns
        found = self.ask("query($i: SearchInput!) { searchJourneys(input: $i) { journeys { segments { trip { id } "
                         "from { sequence } to { sequence } } } } }",
                         {"i": {"from": towns[0], "to": towns[-1], "date": day}})["searchJourneys"]["journeys"]
        rides = [journey["segments"][0] for journey in found]
        fresh["tripId"] = [ride["trip"]["id"] for ride in rides]
        orders = []
        for state in ("held", "held", "named", "paying"):
            orders += [self.order(random.choice(rides), state, token)] if rides else []
        self.orders = [order for order in self.orders[-12:] + orders if order]
        for order in self.orders:
            fresh["number"].append(order["number"])
            fresh["passengerId"] += order["passengers"]
            fresh["lineIds"] += order["lines"]
        if ROLE == "administrator":
            jobs = self.ask("{ jobs(first: 20) { nodes { id } } }", token=token)["jobs"]["nodes"]
            fresh["RetryJobInput.id"] = [job["id"] for job in jobs]
        self.values = fresh

    def order(self, ride, state, token):
        """An order of two adults; it may fail where the seats are gone."""
        segment = {"tripId": ride["trip"]["id"], "from": ride["from"]["sequence"], "to": ride["to"]["sequence"]}
        held = self.ask(
            "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { ... on HeldSeats { secret order { id number "
            "passengers { id } segments { lines { id } } } } } }",
            {"i": {"idempotencyKey": str(uuid.uuid4()), "segments": [segment],
                   "passengers": [{"category": "ADULT"}] * 2}}, token=token)["holdSeats"]
        if not held:
            return None
        row = held["order"]
        order = {"id": row["id"], "secret": held["secret"], "number": row["number"],
                 "passengers": [passenger["id"] for passenger in row["passengers"]],
                 "lines": [line["id"] for segment in row["segments"] for line in segment["lines"]]}
        reference = {"id": order["id"], "secret": order["secret"]}
        if state != "held":
            people = [{"id": id, "firstName": "Айгүл", "lastName": "Өмүралиева", "birthDate": "1990-03-07",
                       "citizenship": "KG", "documentKind": "ID_CARD", "documentNumber": f"ID{1234567 + n}"}
                      for n, id in enumerate(order["passengers"])]
            self.ask("mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename } }",
                     {"i": {"order": reference, "passengers": people, "email": "fuzz@example.com",
                            "phone": "0555123456", "consent": True}}, token=token)
        if state == "paying":
            started = self.ask(
                "mutation($i: StartPaymentInput!) { startPayment(input: $i) { ... on PaymentStarted { payment { "
                "redirectUrl } } } }",
                {"i": {"order": reference, "method": "sandbox", "idempotencyKey": str(uuid.uuid4())}},
                token=token)["startPayment"]
            if started:
                requests.post(started["payment"]["redirectUrl"], data={"action": "pay"}, allow_redirects=False, timeout=60)
        return order


WORLD = World()

# --- Values that mean something, in place of most of those that were made up.

PLAIN = {
    "category": ["ADULT", "CHILD", "CHILD_LAP", "STUDENT"],
    "contact": ["fuzz@example.com", "+996555123456", "passenger@demo.beket.example.com"],
    "login": ["fuzz@example.com", "+996555123456", "nobody@demo.beket.example.com"],
    "email": ["fuzz@example.com", "ä@пример.рф"],
    "phone": ["0555123456", "+996555123456"],
    "citizenship": ["KG", "KZ", "DE"],
    "documentNumber": ["ID1234567", "AN1234567", "C01X00T47"],
    "method": ["sandbox"],
    "code": ["HAND", "LARGE", "000000", "123456"],
    "departAfter": ["00:00", "12:30"],
    "departBefore": ["23:59", "12:30"],
    "vehicleClasses": ["coach", "minibus", "rail"],
    "query": ["Бишкек", "osh", "karakol", "б"],
    "text": ["BK-", "Бишкек", "501", "Өмүралиева", "ID1234567"],
    "seats": ["1", "2", "3", "17"],
}


def replace(value, name, owner, dice):
    """A value node of an argument or input field, with meaning put into most of its leaves."""
    if isinstance(value, graphql.ObjectValueNode):
        type_name = INPUTS.get((owner, name), name)
        order = dice.choice(WORLD.orders) if WORLD.orders and type_name == "OrderRefInput" and dice.random() < 0.8 else None
        fields = []
        for field in value.fields:
            inner = field.name.value
            if order and inner in order:
                new = graphql.StringValueNode(value=order[inner])
            else:
                new = replace(field.value, inner, type_name, dice)
            fields.append(graphql.ObjectFieldNode(name=field.name, value=new))
        if order and "secret" not in [field.name.value for field in value.fields] and dice.random() < 0.7:
            secret = graphql.StringValueNode(value=order["secret"])
            fields.append(graphql.ObjectFieldNode(name=graphql.NameNode(value="secret"), value=secret))
        return graphql.ObjectValueNode(fields=tuple(fields))
    if isinstance(value, graphql.ListValueNode):
        return graphql.ListValueNode(values=tuple(replace(item, name, owner, dice) for item in value.values))
    if isinstance(value, graphql.IntValueNode) and dice.random() < 0.7:
        small = {"first": (1, 100), "from": (0, 2), "to": (1, 9), "count": (0, 3), "maxChanges": (0, 2)}.get(name)
        return graphql.IntValueNode(value=str(dice.randint(*small))) if small else value
    if isinstance(value, graphql.StringValueNode) and dice.random() < 0.75:
        if name == "idempotencyKey":
            return graphql.StringValueNode(value=str(uuid.UUID(int=dice.getrandbits(128))))
        known = WORLD.values.get(f"{owner}.{name}") or WORLD.values.get(name) or PLAIN.get(name)
        if name in ("from", "to") and owner == "OrderFilterInput":
            known = None
        if name == "id" and not known:
            known = sum((WORLD.values[kind] for kind in ("stationId", "tripId", "passengerId", "from")), [])
        return graphql.StringValueNode(value=dice.choice(known)) if known else value
    return value


INPUTS = {}


@schemathesis.hook
def after_load_schema(context, schema):
    for type_ in schema.client_schema.type_map.values():
        if isinstance(type_, graphql.GraphQLInputObjectType):
            for name, field in type_.fields.items():
                INPUTS[(type_.name, name)] = graphql.get_named_type(field.type).name
    for root in (schema.client_schema.query_type, schema.client_schema.mutation_type):
        for name, field in root.fields.items():
            for argument, declared in field.args.items():
                INPUTS[(name, argument)] = graphql.get_named_type(declared.type).name


@schemathesis.hook
def map_body(context, body):
    """The same document becomes the same request within one run of its example."""
    dice = random.Random(hashlib.sha256(graphql.print_ast(body).encode(errors="replace")).digest())
    definitions = []
    for definition in body.definitions:
        roots = []
        for field in definition.selection_set.selections:
            arguments = tuple(
                graphql.ArgumentNode(name=argument.name,
                                     value=replace(argument.value, argument.name.value, field.name.value, dice))
                for argument in field.arguments or ())
            roots.append(graphql.FieldNode(alias=field.alias, name=field.name, arguments=arguments,
                                           directives=field.directives or (), selection_set=field.selection_set))
        definitions.append(graphql.OperationDefinitionNode(
            operation=definition.operation, name=definition.name, variable_definitions=(), directives=(),
            selection_set=graphql.SelectionSetNode(selections=tuple(roots))))
    return graphql.DocumentNode(definitions=tuple(definitions))


# --- Who asks. Each request comes from an address of its own: limits by address are tested elsewhere.

NEXT = iter(range(1, 2**32))


def address():
    n = next(NEXT)
    return f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}"


@schemathesis.hook
def before_call(context, case, kwargs):
    WORLD.refresh()
    case.headers = dict(case.headers or {})
    case.headers["X-Forwarded-For"] = address()
    case.headers["Accept-Language"] = random.choice(["ru", "ky", "en"])
    token = WORLD.session()
    if token:
        case.headers["Authorization"] = f"Bearer {token}"


# --- What is a failure.

FIGURES = collections.defaultdict(collections.Counter)


@schemathesis.check
def nothing_internal(ctx, response, case):
    """No 5xx, no INTERNAL, always JSON."""
    if response.status_code == 401:
        WORLD.signed_out()
    found, words = verdict(response.status_code, response.content)
    FIGURES[case.operation.label][found] += 1
    if found == INTERNAL:
        raise AssertionError(f"{case.operation.label}: {words}")


@atexit.register
def write_figures():
    path = os.environ.get("FUZZ_FIGURES")
    if path and FIGURES:
        with open(path, "w", encoding="utf-8") as file:
            json.dump({name: dict(counts) for name, counts in FIGURES.items()}, file, indent=1, sort_keys=True)
