package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jointdefence.registry.clearance.Entrance;

/** How the root fields of an operation are answered together: one round trip for each level of nesting. */
final class OperationPlan {
    private final List<RootPlan> roots;
    private final List<Compilation.Site> sites;
    private final List<Wave> waves = new ArrayList<>();

    /**
     * The statements of one level, sent as one.
     *
     * @param text their texts; the caller's entrance goes before the first level's
     */
    record Wave(int level, String text, List<Step> steps) {}

    /** A statement of the root field that is the {@code root}th. */
    record Step(int root, Statement statement) {}

    OperationPlan(List<RootPlan> roots, List<Compilation.Site> sites) {
        this.roots = roots;
        this.sites = sites;
        int depth = roots.stream().mapToInt(RootPlan::depth).max().orElse(-1);
        for (int level = 0; level <= depth; level++) {
            waves.add(wave(level));
        }
    }

    private Wave wave(int level) {
        List<Step> steps = new ArrayList<>();
        for (int root = 0; root < roots.size(); root++) {
            for (Statement statement : roots.get(root).statements()) {
                if (statement.depth() == level) {
                    steps.add(new Step(root, statement));
                }
            }
        }
        String text = steps.stream().map(step -> step.statement().text()).collect(Collectors.joining("; "));
        return new Wave(level, level == 0 ? Entrance.SQL + "; " + text : text, steps);
    }

    /** The plan for these of its root fields: itself, when it has no others. */
    OperationPlan only(List<RootPlan> some) {
        return some.size() == roots.size() ? this : new OperationPlan(some, sites);
    }

    List<RootPlan> roots() {
        return roots;
    }

    List<Compilation.Site> sites() {
        return sites;
    }

    List<Wave> waves() {
        return waves;
    }
}
