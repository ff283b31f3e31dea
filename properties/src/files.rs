//! What exported files say, as other programs read them.
