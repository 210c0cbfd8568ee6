package org.jointdefence.registry.nativeimage;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the running service looked up by name, and found.
 *
 * @param how {@code forName}, {@code loadClass}, {@code resource} or {@code bundle}
 * @param asker the class that asked, the JDK's and class loaders left out; empty if there is none
 * @param method the name of its method
 * @param index where in that method's code
 * @param initialised the classes that were being initialised
 */
record Lookup(String how, String name, String asker, String method, int index, List<String> initialised) {

    /** As {@link Lookups} writes it. */
    static Lookup of(String line) {
        String[] cells = line.split("\t", 6);
        return new Lookup(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Integer.parseInt(cells[4]),
                Stream.of(cells[5].split(",", -1))
                        .filter(type -> !type.isEmpty())
                        .toList());
    }

    /** As a person reads it, and as {@code native-lookups.csv} names it. */
    @Override
    public String toString() {
        return (how.equals("resource") || how.equals("bundle") ? how : "class") + ' ' + name;
    }
}
