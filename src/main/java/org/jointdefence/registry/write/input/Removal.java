package org.jointdefence.registry.write.input;

/**
 * The end of a part or of the links between two records. Its row is kept, because its history needs it.
 *
 * @param view the view of the part or the link, qualified with its schema
 * @param path the path into the input of the id that was given
 * @param whole the record whose input names it
 * @param column the column that the id is looked up in
 * @param uuid the UUID in the id
 * @param read what the log calls the existence of the part or the link
 * @param owner the UUID of the record that the read belongs to
 */
public record Removal(
        String view, String path, Change.Whole whole, String column, String uuid, String read, String owner) {}
