package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.clearance.Entrance;

/** How the root fields of an operation are answered together: one round trip for each level of nesting. */
final class OperationPlan {
    /** Has the statements of this transaction planned for the values of their parameters. */
    private static final String PLAN_FOR_VALUES = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** Which statement of the first level is the caller's entrance. */
    static final int ENTRANCE = 1;

    /** Ends the transaction. */
    static final String COMMIT = "COMMIT";

    private final List<RootPlan> roots;
    private final List<Compilation.Site> sites;
    private final List<Wave> waves = new ArrayList<>();

    /**
     * The statements of one level, sent as one.
     *
     * <p>The first level begins the transaction and the last ends it, so that neither takes a round trip of its own.
     * They say so in words: the driver may send many statements in parts, and each part would be a transaction.
     *
     * @param text their texts; the caller's entrance goes before the first level's
     * @param preamble the number of statements before those of the steps
     */
    record Wave(int level, String text, int preamble, List<Step> steps) {}

    /** A statement of the root field that is the {@code root}th. */
    record Step(int root, Statement statement) {}

    OperationPlan(List<RootPlan> roots, List<Compilation.Site> sites) {
        this.roots = roots;
        this.sites = sites;
        int depth = roots.stream().mapToInt(RootPlan::depth).max().orElse(-1);
        for (int level = 0; level <= depth; level++) {
            waves.add(wave(level, depth));
        }
    }

    private Wave wave(int level, int depth) {
        List<Step> steps = new ArrayList<>();
        for (int root = 0; root < roots.size(); root++) {
            for (Statement statement : roots.get(root).statements()) {
                if (statement.depth() == level) {
                    steps.add(new Step(root, statement));
                }
            }
        }
        List<String> texts = new ArrayList<>();
        if (level == 0) {
            texts.add(Transactions.BEGIN_TO_READ);
            texts.add(Entrance.SQL);
            if (roots.stream().flatMap(root -> root.statements().stream()).anyMatch(Statement::isPlannedForValues)) {
                texts.add(PLAN_FOR_VALUES);
            }
        }
        int preamble = texts.size();
        steps.forEach(step -> texts.add(step.statement().text()));
        if (level == depth) {
            texts.add(COMMIT);
        }
        return new Wave(level, String.join("; ", texts), preamble, steps);
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
