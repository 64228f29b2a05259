package dev.weevil.checker.format;

/** A value that names the object it belongs to, as Jepsen's independent tests tag it. */
record Tuple(Object key, Object value) {}
