package org.jointdefence.registry.request.document;

/**
 * The text of a requested document.
 *
 * @param trusted whether it comes from a manifest, and is therefore shared by all callers
 */
record DocumentText(String text, boolean trusted) {}
