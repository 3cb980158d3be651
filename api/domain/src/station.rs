//! Where a station is, and when it is open.

/// When a station is open on a weekday, in minutes after midnight by its own clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opening {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// From 0 to 1439.
    pub opens: i32,
    /// From 1 to 1440; earlier than it opens: on the next day.
    pub closes: i32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadOpening {
    Weekday,
    /// The weekday is there already.
    Twice,
    Time,
}

/// What is wrong with each of the weekdays where something is.
pub fn check_openings(openings: &[Opening]) -> Vec<(usize, BadOpening)> {
    let mut wrong = Vec::new();
    for (n, opening) in openings.iter().enumerate() {
        let Opening { weekday, opens, closes } = *opening;
        if !(1..=7).contains(&weekday) {
            wrong.push((n, BadOpening::Weekday));
        } else if openings[..n].iter().any(|other| other.weekday == weekday) {
            wrong.push((n, BadOpening::Twice));
        }
        if !(0..1440).contains(&opens) || !(1..=1440).contains(&closes) || opens == closes {
            wrong.push((n, BadOpening::Time));
        }
    }
    wrong
}

/// Degrees, WGS 84.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

impl Point {
    /// Feeds write 0, 0 where they do not know.
    pub fn is_known(self) -> bool {
        (self.latitude, self.longitude) != (0.0, 0.0)
    }
}

/// Great-circle distance; `None` where one of them is not known.
pub fn distance_km(a: Point, b: Point) -> Option<f64> {
    if !a.is_known() || !b.is_known() {
        return None;
    }
    let (lat_a, lat_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let (lat, lon) = (lat_b - lat_a, (b.longitude - a.longitude).to_radians());
    let h = (lat / 2.0).sin().powi(2) + lat_a.cos() * lat_b.cos() * (lon / 2.0).sin().powi(2);
    Some(2.0 * 6_371.0 * h.sqrt().asin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_has_one_time_that_is_a_time() {
        let day = |weekday, opens, closes| Opening { weekday, opens, closes };
        let good = [day(1, 0, 1440), day(2, 360, 1320), day(7, 360, 60)];
        assert_eq!(check_openings(&good), []);
        let bad = [day(0, 0, 1440), day(1, 60, 60), day(1, 0, 1441), day(3, -1, 5)];
        let expected = [
            (0, BadOpening::Weekday),
            (1, BadOpening::Time),
            (2, BadOpening::Twice),
            (2, BadOpening::Time),
            (3, BadOpening::Time),
        ];
        assert_eq!(check_openings(&bad), expected);
    }

    #[test]
    fn a_distance_is_that_of_the_globe() {
        let (bishkek, osh) = (Point { latitude: 42.87, longitude: 74.59 }, Point { latitude: 40.51, longitude: 72.80 });
        let km = distance_km(bishkek, osh).unwrap_or_default();
        assert!((295.0..305.0).contains(&km), "{km}");
        assert_eq!(distance_km(bishkek, Point { latitude: 0.0, longitude: 0.0 }), None);
    }
}
