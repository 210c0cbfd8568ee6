package org.jointdefence.registry.selection.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.selection.statement.Statement;

/** How the root fields of an operation are answered together: one round trip for each level of nesting. */
public final class OperationPlan {
    /** Has the statements of this transaction planned for the values of their parameters. */
    private static final String PLAN_FOR_VALUES = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** Which statement of the first level sets the caller, if one does. */
    public static final int SET_CALLER = 1;

    /** Ends the transaction. */
    public static final String COMMIT = "COMMIT";

    /**
     * Bytes of memory for a field and what writes it, for a field with arguments, for each node of an argument and what it
     * was made into, and for a statement besides its text.
     */
    private static final int FIELD = 450;

    private static final int SITE = 400;
    private static final int NODE = 220;
    private static final int STATEMENT = 900;
    private static final int PARAMETER = 150;
    private static final int REST = 1_000;

    /** What PostgreSQL 18 keeps of a prepared statement and its plan: of each character, of each view and of each link. */
    private static final long PREPARED_TEXT = 250;

    private static final long PREPARED_VIEW = 100_000;
    private static final long PREPARED_LINK = 30_000;
    private static final Pattern VIEW = Pattern.compile("(?:FROM|JOIN) registry\\.");
    private static final Pattern LINK = Pattern.compile("(?:FROM|JOIN) registry\\.\\w+ l\\b");

    private final List<RootPlan> roots;
    private final List<ArgumentSource> sites;
    private final int fields;
    private final boolean callerSet;
    private final List<Level> levels = new ArrayList<>();

    /**
     * The statements of one level, sent as one.
     *
     * <p>The first level begins the transaction, if there is one, and the last ends it, so that neither takes a round trip of
     * its own. They say so in words: the driver may send many statements in parts, and each part would be a transaction.
     *
     * @param text their texts; BEGIN and what sets the caller go before the first level's
     * @param preamble the number of statements before those of the steps
     * @param preparedBytes about what the server keeps of them, once they are prepared, and of their plans
     */
    public record Level(int depth, String text, int preamble, List<Step> steps, long preparedBytes) {}

    /** A statement of the root field that is the {@code root}th. */
    public record Step(int root, Statement statement) {}

    /**
     * @param fields how many fields it answers, on all its types together
     * @param callerSet whether its transaction sets the caller, who can read more than the public record
     */
    public OperationPlan(List<RootPlan> roots, List<ArgumentSource> sites, int fields, boolean callerSet) {
        this.roots = roots;
        this.sites = sites;
        this.fields = fields;
        this.callerSet = callerSet;
        int depth = roots.stream().mapToInt(RootPlan::depth).max().orElse(-1);
        for (int level = 0; level <= depth; level++) {
            levels.add(level(level, depth));
        }
    }

    private Level level(int level, int depth) {
        List<Step> steps = new ArrayList<>();
        for (int root = 0; root < roots.size(); root++) {
            for (Statement statement : roots.get(root).statements()) {
                if (statement.depth() == level) {
                    steps.add(new Step(root, statement));
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
        steps.forEach(step -> texts.add(step.statement().text()));
        if (level == depth && transaction) {
            texts.add(COMMIT);
        }
        String text = String.join("; ", texts);
        return new Level(level, text, preamble, steps, preparedBytes(text));
    }

    /**
     * Whether it needs a transaction of its own: to set the caller, to show one snapshot to several statements, or to plan
     * for values. Else it is one statement of a public caller, and the views show the public record where no caller is set.
     */
    private boolean isTransaction() {
        return callerSet
                || isPlannedForValues()
                || roots.stream().mapToInt(root -> root.statements().size()).sum() > 1;
    }

    private boolean isPlannedForValues() {
        return roots.stream().flatMap(root -> root.statements().stream()).anyMatch(Statement::isPlannedForValues);
    }

    private static long preparedBytes(String text) {
        long views = VIEW.matcher(text).results().count();
        long links = LINK.matcher(text).results().count();
        return PREPARED_TEXT * text.length() + PREPARED_VIEW * (views - links) + PREPARED_LINK * links;
    }

    /** The plan for one of its root fields alone. */
    public OperationPlan only(RootPlan root) {
        return new OperationPlan(List.of(root), sites, fields, callerSet);
    }

    /** Whether its transaction sets the caller; if not, it shows the public record, and no transaction may be open. */
    public boolean isCallerSet() {
        return callerSet;
    }

    /** About how many bytes of memory it takes, the operation's syntax tree included. */
    int retained() {
        int bytes = REST
                + FIELD * fields
                + SITE * sites.size()
                + NODE * sites.stream().mapToInt(ArgumentSource::nodes).sum();
        for (Level level : levels) {
            bytes += level.text().length();
            for (Step step : level.steps()) {
                // Its text, and again as the parts that the level's was made of.
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

    public List<ArgumentSource> sites() {
        return sites;
    }

    public List<Level> levels() {
        return levels;
    }
}
