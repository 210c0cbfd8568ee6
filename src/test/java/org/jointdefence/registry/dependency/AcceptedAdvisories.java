package org.jointdefence.registry.dependency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.dependency.BillOfMaterials.Library;

/** The advisories that concern us and that we live with, each until a day and for a reason. */
record AcceptedAdvisories(Map<String, LocalDate> until) {

    /** From the lines {@code id | until | why} of a table. */
    static AcceptedAdvisories of(List<String> lines) {
        Map<String, LocalDate> until = new HashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\\|", 3);
            if (cells.length < 3 || cells[2].isBlank()) {
                throw new IllegalArgumentException("no reason is given: " + line);
            }
            until.put(cells[0].strip(), LocalDate.parse(cells[1].strip()));
        }
        return new AcceptedAdvisories(until);
    }

    /** What must be mended: the libraries that are affected and not accepted, and what is accepted for nothing. */
    List<String> findings(BillOfMaterials bill, List<Advisory> advisories, LocalDate today) {
        List<String> findings = new ArrayList<>();
        Set<String> needless = new HashSet<>(until.keySet());
        for (Library library : bill.libraries()) {
            for (Advisory advisory : advisories) {
                if (advisory.affects(library)) {
                    needless.remove(advisory.id());
                    LocalDate last = until.get(advisory.id());
                    if (last == null) {
                        findings.add("%s affects %s".formatted(advisory.id(), library.file()));
                    } else if (today.isAfter(last)) {
                        findings.add("%s affects %s and was accepted until %s"
                                .formatted(advisory.id(), library.file(), last));
                    }
                }
            }
        }
        needless.forEach(id -> findings.add(id + " is accepted and affects nothing"));
        return findings;
    }
}
