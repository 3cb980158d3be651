"""The station's feeds as other people's programs read them: `validate.py BASE_URL`.

gtfs-guru holds the rules of the GTFS validator, gtfs-kit computes with the timetable, and the bindings of GTFS-Realtime
read what a dispatcher's changes make of it.
"""

import csv
import io
import json
import sys
import tempfile
import time
import urllib.request
import zipfile
from datetime import date, timedelta
from pathlib import Path

import gtfs_guru
import gtfs_kit
from google.protobuf import json_format
from google.transit import gtfs_realtime_pb2 as rt

BASE = sys.argv[1]


def fetch(path):
    with urllib.request.urlopen(BASE + path, timeout=60) as answer:
        return answer.read()


def errors_of(path):
    """Codes and texts of what the validator calls errors."""
    return [f"{notice.code} {notice.file} {notice.row}: {notice.message}" for notice in gtfs_guru.validate(str(path)).errors()]


def spoilt(archive, path):
    """The archive with a trip of a route that is not there."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, text + b"NOWHERE,NEVER,LOST,,\n" if name == "trips.txt" else text)
    return path


def timetable(folder):
    archive = fetch("/feeds/gtfs.zip")
    path = folder / "gtfs.zip"
    path.write_bytes(archive)
    errors = errors_of(path)
    assert not errors, "\n".join(errors[:20])
    result = gtfs_guru.validate(str(path))
    warnings = sorted({notice.code for notice in result.warnings()})
    # Positive control: a feed with an error is seen.
    assert any("foreign_key" in error for error in errors_of(spoilt(archive, folder / "spoilt.zip")))

    feed = gtfs_kit.read_feed(path, dist_units="km")
    today = date.today() + timedelta(days=1)
    running = feed.get_trips(today.strftime("%Y%m%d"))
    assert len(running) > 200, f"{len(running)} trips tomorrow"
    products = feed.fare_attributes
    assert len(products) > 100 and (products.price > 0).all()
    with zipfile.ZipFile(folder / "gtfs.zip") as packed:
        rules = list(csv.DictReader(io.TextIOWrapper(packed.open("fare_leg_rules.txt"), "utf-8")))
    weekends = [rule for rule in rules if rule["from_timeframe_group_id"]]
    assert len(weekends) == 1 and int(weekends[0]["rule_priority"]) == max(int(rule["rule_priority"]) for rule in rules)
    table = feed.build_route_timetable("501", [today.strftime("%Y%m%d")])
    assert len(table) > 50, f"{len(table)} calls of route 501 tomorrow"
    print(f"gtfs.zip: {len(archive) // 1024} KiB, {len(feed.trips)} trips, {len(running)} of them tomorrow; warnings: {warnings}")


def ask(query, variables, token=None):
    headers = {"content-type": "application/json", "accept-language": "en"}
    if token:
        headers["authorization"] = f"Bearer {token}"
    body = json.dumps({"query": query, "variables": variables}).encode()
    with urllib.request.urlopen(urllib.request.Request(BASE + "/graphql", body, headers), timeout=60) as answer:
        told = json.load(answer)
    assert "errors" not in told, told
    return told["data"]


def sign_in(role):
    signed = ask(
        "mutation($i: SignInInput!) { signIn(input: $i) { ... on SignedIn { accessToken } } }",
        {"i": {"login": f"{role}@demo.beket.example.com", "password": "beket-demo", "kind": "STAFF"}},
    )
    return signed["signIn"]["accessToken"]


def office_prices():
    """Two price lists of the office: one for ever, one of weekends alone."""
    token = sign_in("transport-manager")
    query = "{ routeRecords(filter: { text: \"501\" }, first: 1) { nodes { id departures { calls { stop { id station { id } } } } } } }"
    line = ask(query, {}, token)["routeRecords"]["nodes"][0]
    stops = [call["stop"] for call in line["departures"][0]["calls"]]
    stations = [(stop["station"] or stop)["id"] for stop in stops]
    save = "mutation($i: SavePriceListInput!) { savePriceList(input: $i) { __typename ... on InvalidInput { fields { path message } } } }"
    for name, weekdays, amount in [("always", [1, 2, 3, 4, 5, 6, 7], "611"), ("weekends", [6, 7], "677.50")]:
        prices = [{"fromId": stations[0], "toId": stations[-1], "amount": amount}]
        given = {"routeId": line["id"], "name": name, "firstDate": date.today().isoformat(), "weekdays": weekdays, "currency": "KGS", "prices": prices}
        assert ask(save, {"i": given}, token)["savePriceList"]["__typename"] == "PriceListSaved"


def live(name):
    """A feed in both forms, which must say the same."""
    message = rt.FeedMessage()
    message.ParseFromString(fetch(f"/feeds/gtfs-rt/{name}.pb"))
    assert message.IsInitialized() and message.header.gtfs_realtime_version == "2.0"
    assert message.header.incrementality == rt.FeedHeader.FULL_DATASET
    assert abs(message.header.timestamp - time.time()) < 120
    same = json_format.Parse(fetch(f"/feeds/gtfs-rt/{name}.pb?format=json"), rt.FeedMessage())
    same.header.timestamp = message.header.timestamp
    assert same == message, f"{name}: the JSON says something else"
    ids = [entity.id for entity in message.entity]
    assert len(ids) == len(set(ids))
    return message


def realtime(folder):
    token = sign_in("dispatcher")
    day = (date.today() + timedelta(days=2)).isoformat()
    trips = ask("query($d: Date!) { trips(filter: { date: $d }, first: 20) { nodes { id number } } }", {"d": day}, token)
    late, gone = trips["trips"]["nodes"][3]["id"], trips["trips"]["nodes"][7]["id"]
    ask("mutation($t: ID!) { delayTrip(input: { tripId: $t, minutes: 45 }) { __typename } }", {"t": late}, token)
    ask("mutation($t: ID!) { cancelTrip(input: { tripId: $t }) { __typename } }", {"t": gone}, token)

    updates = live("trip-updates")
    with zipfile.ZipFile(folder / "gtfs.zip") as archive:
        rows = csv.DictReader(io.TextIOWrapper(archive.open("stop_times.txt"), "utf-8"))
        calls = {(row["trip_id"], int(row["stop_sequence"])): row["stop_id"] for row in rows}
    known = {trip for trip, _ in calls}
    relations = sorted(entity.trip_update.trip.schedule_relationship for entity in updates.entity)
    assert relations == [rt.TripDescriptor.SCHEDULED, rt.TripDescriptor.CANCELED], relations
    for entity in updates.entity:
        trip = entity.trip_update.trip
        assert trip.trip_id in known and trip.start_date == day.replace("-", "")
        for call in entity.trip_update.stop_time_update:
            assert calls[trip.trip_id, call.stop_sequence] == call.stop_id
            assert call.departure.delay == 45 * 60
    alerts = live("alerts")
    assert len(alerts.entity) == 2
    for entity in alerts.entity:
        assert [text.language for text in entity.alert.header_text.translation] == ["ru", "ky", "en"]
        assert entity.alert.informed_entity[0].trip.trip_id in known
    assert not live("vehicle-positions").entity
    print(f"gtfs-rt: {len(updates.entity)} updates, {len(alerts.entity)} alerts")


office_prices()
with tempfile.TemporaryDirectory() as folder:
    timetable(Path(folder))
    realtime(Path(folder))
