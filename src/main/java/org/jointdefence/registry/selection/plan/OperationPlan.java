package org.jointdefence.registry.selection.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.selection.statement.Statement;

/** The plan for the root fields of an operation: one round trip for each level of nesting. */
public final class OperationPlan {
    /** Makes PostgreSQL plan each statement of this transaction for the actual values of its parameters. */
    private static final String PLAN_FOR_VALUES = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** Sets the instant of which the views of the past show the records, until the end of the transaction. */
    private static final String SET_INSTANT = "SELECT set_config('registry.as_of', ?, true)";

    /** The index of the first level's statement that sets the caller, if {@link #isCallerSet()}. */
    public static final int SET_CALLER = 1;

    /** Ends the transaction. */
    public static final String COMMIT = "COMMIT";

    // Estimated bytes of heap.

    /** A field and its writer. */
    private static final int FIELD = 450;

    /** A field with arguments. */
    private static final int ARGUMENTS = 400;

    /** A node of an argument, with its coerced value. */
    private static final int NODE = 220;

    /** A statement without its text. */
    private static final int STATEMENT = 900;

    /** A parameter of a statement. */
    private static final int PARAMETER = 150;

    /** The plan itself. */
    private static final int REST = 1_000;

    // Estimated bytes that PostgreSQL 18 keeps for a prepared statement and its plan.

    /** A character of the statement's text. */
    private static final long PREPARED_TEXT = 250;

    /** A reference to a view. */
    private static final long PREPARED_VIEW = 100_000;

    /** A reference to a link. */
    private static final long PREPARED_LINK = 30_000;

    /** A reference to a view of the past. */
    private static final long PREPARED_PAST = 1_500_000;

    private static final Pattern VIEW = Pattern.compile("(?:FROM|JOIN) registry\\.");
    private static final Pattern LINK = Pattern.compile("(?:FROM|JOIN) registry\\.\\w+ l\\b");

    private static final Pattern PAST = Pattern.compile("(?:FROM|JOIN) registry\\.\\w+_(?:change|as_of)\\b");

    private final List<RootPlan> roots;
    private final List<ArgumentSource> argumentSources;
    private final int fields;
    private final boolean callerSet;
    private final boolean continued;
    private final List<Level> levels = new ArrayList<>();

    /**
     * The statements of one level, sent together.
     *
     * <p>The first level begins the transaction, if there is one, and the last ends it, so that neither takes a round
     * trip of its own. BEGIN and COMMIT are explicit, because the driver may send many statements in several batches,
     * and each batch would otherwise be a transaction.
     *
     * @param text the texts of all statements, separated by semicolons
     * @param preamble the number of statements before those of the steps
     * @param preparedBytes the estimated bytes that the server keeps for the prepared statements and their plans
     */
    public record Level(int depth, String text, int preamble, List<Step> steps, long preparedBytes) {}

    /**
     * A statement of the root field with the index {@code root}.
     *
     * @param setsInstant whether a statement before it sets the instant of that root field
     */
    public record Step(int root, Statement statement, boolean setsInstant) {}

    /**
     * @param fields the number of selected fields, on all types together
     * @param callerSet whether the transaction sets the caller, because they can read more than the public record
     */
    public OperationPlan(List<RootPlan> roots, List<ArgumentSource> argumentSources, int fields, boolean callerSet) {
        this(roots, argumentSources, fields, callerSet, false);
    }

    private OperationPlan(
            List<RootPlan> roots,
            List<ArgumentSource> argumentSources,
            int fields,
            boolean callerSet,
            boolean continued) {
        this.roots = roots;
        this.argumentSources = argumentSources;
        this.fields = fields;
        this.callerSet = callerSet;
        this.continued = continued;
        int depth = roots.stream().mapToInt(RootPlan::depth).max().orElse(-1);
        for (int level = 0; level <= depth; level++) {
            levels.add(level(level, depth));
        }
    }

    /** A plan that reads in a transaction which has begun already, with its caller, and neither begins nor ends one. */
    public static OperationPlan continued(List<RootPlan> roots, List<ArgumentSource> argumentSources, int fields) {
        return new OperationPlan(roots, argumentSources, fields, false, true);
    }

    private Level level(int level, int depth) {
        List<Step> steps = new ArrayList<>();
        for (int root = 0; root < roots.size(); root++) {
            for (Statement statement : roots.get(root).statements()) {
                if (statement.depth() == level) {
                    steps.add(new Step(root, statement, roots.get(root).instant() != null && !follows(steps, root)));
                }
            }
        }
        boolean transaction = isTransaction();
        List<String> texts = new ArrayList<>();
        if (level == 0 && transaction) {
            texts.add(Transactions.BEGIN_TO_READ);
            if (callerSet) {
                texts.add(CallerSession.SQL);
            }
            if (isPlannedForValues()) {
                texts.add(PLAN_FOR_VALUES);
            }
        }
        int preamble = texts.size();
        for (Step step : steps) {
            if (step.setsInstant()) {
                texts.add(SET_INSTANT);
            }
            texts.add(step.statement().text());
        }
        if (level == depth && transaction) {
            texts.add(COMMIT);
        }
        String text = String.join("; ", texts);
        return new Level(level, text, preamble, steps, preparedBytes(text));
    }

    /** Whether the statement before the next one is of the same root field, so that its instant is still set. */
    private boolean follows(List<Step> steps, int root) {
        List<Step> before =
                steps.isEmpty() && !levels.isEmpty() ? levels.getLast().steps() : steps;
        return !before.isEmpty() && before.getLast().root() == root;
    }

    /**
     * Whether the plan needs a transaction: to set the caller or an instant, to give several statements one snapshot, or to
     * plan for values. Otherwise it is a single statement of a public caller, and without a caller the views show the public
     * record.
     */
    private boolean isTransaction() {
        return !continued
                && (callerSet
                        || isPlannedForValues()
                        || roots.stream().anyMatch(root -> root.instant() != null)
                        || roots.stream()
                                        .mapToInt(root -> root.statements().size())
                                        .sum()
                                > 1);
    }

    private boolean isPlannedForValues() {
        return roots.stream().flatMap(root -> root.statements().stream()).anyMatch(Statement::isPlannedForValues);
    }

    private static long preparedBytes(String text) {
        long views = VIEW.matcher(text).results().count();
        long links = LINK.matcher(text).results().count();
        long past = PAST.matcher(text).results().count();
        return PREPARED_TEXT * text.length()
                + PREPARED_VIEW * (views - links)
                + PREPARED_LINK * links
                + PREPARED_PAST * past;
    }

    /** A plan for only one of the root fields. */
    public OperationPlan only(RootPlan root) {
        return new OperationPlan(List.of(root), argumentSources, fields, callerSet);
    }

    /** Whether the transaction sets the caller. If not, it shows the public record, and no transaction may be open. */
    public boolean isCallerSet() {
        return callerSet;
    }

    /** Whether it reads in a transaction that has begun already. */
    public boolean isContinued() {
        return continued;
    }

    /** The estimated bytes of heap for the plan, with the operation's syntax tree. */
    int retained() {
        int bytes = REST
                + FIELD * fields
                + ARGUMENTS * argumentSources.size()
                + NODE
                        * argumentSources.stream()
                                .mapToInt(ArgumentSource::nodes)
                                .sum();
        for (Level level : levels) {
            bytes += level.text().length();
            for (Step step : level.steps()) {
                // Its text, and the parts from which the level's text was joined.
                bytes += STATEMENT
                        + 2 * step.statement().text().length()
                        + PARAMETER * step.statement().parameters().size();
            }
        }
        return bytes;
    }

    public List<RootPlan> roots() {
        return roots;
    }

    /** The fields with arguments, in the order of compilation. */
    public List<ArgumentSource> argumentSources() {
        return argumentSources;
    }

    public List<Level> levels() {
        return levels;
    }
}
