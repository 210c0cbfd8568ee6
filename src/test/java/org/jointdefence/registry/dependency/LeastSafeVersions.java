package org.jointdefence.registry.dependency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jointdefence.registry.dependency.BillOfMaterials.Library;

/** The oldest version of each library that may be packaged, with the advisories that say so. */
record LeastSafeVersions(List<Floor> floors) {

    /** From the lines {@code library | version | advisories} of a table. */
    static LeastSafeVersions of(List<String> lines) {
        return new LeastSafeVersions(lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Floor::of)
                .toList());
    }

    /** What must be mended: the libraries that are older than is safe, and lines that nothing packaged is held against. */
    List<String> findings(BillOfMaterials bill) {
        List<String> findings = new ArrayList<>();
        Set<Floor> needless = new LinkedHashSet<>(floors);
        for (Library library : bill.libraries()) {
            floor(library).ifPresent(floor -> {
                needless.remove(floor);
                if (floor.isAbove(library)) {
                    findings.add("%s is older than %s: %s".formatted(library.file(), floor.version(), floor.because()));
                }
            });
        }
        needless.forEach(floor -> findings.add(floor.library() + " is not packaged"));
        return findings;
    }

    private Optional<Floor> floor(Library library) {
        return floors.stream()
                .filter(floor -> floor.covers(library))
                .max(Comparator.comparingInt(floor -> floor.library().length()));
    }

    /**
     * The oldest version of a library that is safe.
     *
     * @param library {@code group:name}, or the beginning of it and {@code *}
     */
    record Floor(String library, String version, String because) {

        private static Floor of(String line) {
            String[] cells = line.split("\\|", 3);
            if (cells.length < 3 || cells[2].isBlank()) {
                throw new IllegalArgumentException("no advisory is given: " + line);
            }
            return new Floor(cells[0].strip(), cells[1].strip(), cells[2].strip());
        }

        private boolean covers(Library other) {
            return library.endsWith("*")
                    ? other.coordinates().startsWith(library.substring(0, library.length() - 1))
                    : other.coordinates().equals(library);
        }

        private boolean isAbove(Library other) {
            return new ComparableVersion(other.version()).compareTo(new ComparableVersion(version)) < 0;
        }
    }
}
