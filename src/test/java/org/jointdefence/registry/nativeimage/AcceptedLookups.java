package org.jointdefence.registry.nativeimage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an image does without although a JVM looks it up, each for a reason.
 *
 * @param reasons by what is looked up; a {@code *} at the end stands for whatever follows
 */
record AcceptedLookups(Map<String, String> reasons) {

    /** From the lines {@code kind name | reason} of a table. */
    static AcceptedLookups of(List<String> lines) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\\|", 2);
            if (cells.length < 2 || cells[1].isBlank()) {
                throw new IllegalArgumentException("no reason is given: " + line);
            }
            reasons.put(cells[0].strip(), cells[1].strip());
        }
        return new AcceptedLookups(reasons);
    }

    /** What must be mended: what the image does not find and is not accepted, and what is accepted for nothing. */
    TreeSet<String> findings(ImageSources sources, Collection<Lookup> lookups) {
        TreeSet<String> findings = new TreeSet<>();
        TreeSet<String> needless = new TreeSet<>(reasons.keySet());
        for (Lookup lookup : lookups) {
            if (!sources.finds(lookup)) {
                needless.removeIf(accepted -> covers(accepted, lookup));
                if (reasons.keySet().stream().noneMatch(accepted -> covers(accepted, lookup))) {
                    findings.add(lookup.finding());
                }
            }
        }
        needless.forEach(accepted -> findings.add(accepted + " is accepted and nothing looks it up"));
        return findings;
    }

    private static boolean covers(String accepted, Lookup lookup) {
        return accepted.endsWith("*")
                ? lookup.toString().startsWith(accepted.substring(0, accepted.length() - 1))
                : lookup.toString().equals(accepted);
    }
}
