package org.jointdefence.registry.nativeimage;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the running service looked up by name, and found; or what the heap held when it began to run.
 *
 * @param how {@code forName}, {@code loadClass}, {@code resource}, {@code bundle}, {@code member} (of a class, used by
 *     reflection), {@code proxy}, {@code serialization}, {@code library} (of machine code), {@code charset}, {@code locale} or
 *     {@code heap}
 * @param name of what was found; of a heap the static field that leads to it
 * @param asker the class that asked (of a heap, that is found), the JDK's and class loaders left out; empty if there is none
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

    /** Whether {@link Planted} did it, or holds it. */
    boolean isPlanted() {
        String planted = Planted.class.getName();
        return asker.equals(planted) || name.startsWith(planted);
    }

    /** What is wrong if the image has it not. */
    String finding() {
        return how.equals("heap")
                ? "%s leads to a %s, which an image must not hold".formatted(this, asker)
                : "%s is looked up by %s and not in the image".formatted(this, asker);
    }

    /** As a person reads it, and as {@code native-lookups.csv} names it. */
    @Override
    public String toString() {
        return (how.equals("forName") || how.equals("loadClass") ? "class" : how) + ' ' + name;
    }
}
