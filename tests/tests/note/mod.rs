//! Notes of staff.

mod add_note;
