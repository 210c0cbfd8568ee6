package org.jointdefence.registry.request.document;

/**
 * The text of a document that is to be answered.
 *
 * @param trusted whether it stands in a manifest, so that everybody may know of it
 */
record DocumentText(String text, boolean trusted) {}
