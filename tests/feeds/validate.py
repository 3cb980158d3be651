"""The station's feeds as other people's programs read them: `validate.py BASE_URL`.

gtfs-guru holds the rules of the GTFS validator, gtfs-kit computes with the timetable.
"""

import io
import sys
import tempfile
import urllib.request
import zipfile
from datetime import date, timedelta
from pathlib import Path

import gtfs_guru
import gtfs_kit

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
    table = feed.build_route_timetable("501", [today.strftime("%Y%m%d")])
    assert len(table) > 50, f"{len(table)} calls of route 501 tomorrow"
    print(f"gtfs.zip: {len(archive) // 1024} KiB, {len(feed.trips)} trips, {len(running)} of them tomorrow; warnings: {warnings}")


with tempfile.TemporaryDirectory() as folder:
    timetable(Path(folder))
