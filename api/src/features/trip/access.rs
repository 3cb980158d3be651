//! Which trips staff see and run: all, those of their carrier, those that call at their stations.

use crate::features::network::TripView;
use crate::graphql::Viewer;

/// Whether the trip is this member of staff's to work with. Others are as if they were not there.
pub fn works_with(viewer: &Viewer, trip: &TripView) -> bool {
    let stations = viewer.only_stations();
    let calls_there = || {
        trip.calls.iter().any(|call| {
            stations.contains(&call.stop.id) || call.stop.parent.is_some_and(|parent| stations.contains(&parent))
        })
    };
    viewer.only_carrier().is_none_or(|carrier| carrier == trip.carrier.id) && (stations.is_empty() || calls_there())
}
