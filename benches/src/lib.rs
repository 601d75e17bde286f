//! What `worthwhile` costs.
