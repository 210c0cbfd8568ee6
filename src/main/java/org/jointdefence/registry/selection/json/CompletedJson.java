package org.jointdefence.registry.selection.json;

/** A piece of a response that is JSON already: a range of a buffer that nobody writes to any more. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are shared on purpose; nobody compares these.
public record CompletedJson(byte[] buffer, int offset, int length) {}
