package org.jointdefence.registry.selection.json;

/** A completed part of a response's JSON: a range of a buffer that is no longer written to. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are shared on purpose, and instances are never compared.
public record CompletedJson(byte[] buffer, int offset, int length) {}
