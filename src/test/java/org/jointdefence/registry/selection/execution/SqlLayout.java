package org.jointdefence.registry.selection.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lays out SQL for readers: each clause begins a line, and a clause that is too long for one line is broken at its
 * parentheses, commas and connectives. Only blanks outside of literals change.
 */
final class SqlLayout {
    private static final int WIDTH = 120;
    private static final int INDENT = 4;

    /** In a literal or a quoted name. */
    private static final int QUOTED = -1;

    private static final Pattern STATEMENT = Pattern.compile("(?<=;) ");
    private static final Pattern CLAUSE =
            Pattern.compile("(?<!DISTINCT|CROSS) (?=(?:FROM|CROSS JOIN|JOIN|WHERE|AND|GROUP BY|ORDER BY|LIMIT) )");
    private static final Pattern ELEMENT = Pattern.compile("(?<=,) ");
    private static final Pattern ALTERNATIVE = Pattern.compile(" (?=OR )");
    private static final Pattern CONDITION = Pattern.compile(" (?=AND )");
    private static final Pattern LIST = Pattern.compile("(?:SELECT|GROUP BY|ORDER BY) .*");
    private static final Pattern SUBQUERY = Pattern.compile("(?:FROM|JOIN|CROSS JOIN LATERAL) \\(");

    private SqlLayout() {}

    /** Lays out statements that have a semicolon and a blank between them. */
    static String of(String statements) {
        StringBuilder laid = new StringBuilder();
        boolean afterSeveralLines = false;
        for (String statement : split(statements, STATEMENT)) {
            String lines = query(statement, 0);
            boolean severalLines = lines.contains("\n");
            if (!laid.isEmpty()) {
                laid.append(severalLines || afterSeveralLines ? "\n\n" : "\n");
            }
            laid.append(lines);
            afterSeveralLines = severalLines;
        }
        return laid.toString();
    }

    private static String query(String query, int indent) {
        List<String> clauses = new ArrayList<>(split(query, CLAUSE));
        // A subquery of EXISTS selects no columns.
        if (clauses.size() > 1 && clauses.getFirst().equals("SELECT")) {
            String select = clauses.removeFirst();
            clauses.set(0, select + " " + clauses.getFirst());
        }
        return lines(clauses, indent);
    }

    private static String lines(List<String> parts, int indent) {
        return String.join(
                newLine(indent), parts.stream().map(part -> line(part, indent)).toList());
    }

    /** One clause, element or condition, on one line if it fits. */
    private static String line(String part, int indent) {
        if (indent + part.length() <= WIDTH && !SUBQUERY.matcher(part).lookingAt()) {
            return part;
        }
        List<String> elements = LIST.matcher(part).matches() ? split(part, ELEMENT) : List.of(part);
        if (elements.size() == 1) {
            return parentheses(part, indent);
        }
        int within = indent + INDENT;
        return parentheses(elements.getFirst(), indent)
                + newLine(within)
                + lines(elements.subList(1, elements.size()), within);
    }

    /** Breaks the parentheses that hold the subquery of a FROM, or more than fits. */
    private static String parentheses(String part, int indent) {
        int[] depths = depths(part);
        StringBuilder laid = new StringBuilder();
        int from = 0;
        for (int i = 0; i < part.length(); i++) {
            if (depths[i] == 0 && part.charAt(i) == '(') {
                int open = i + 1;
                laid.append(part, from, open);
                int close = open;
                while (depths[close] != 0) {
                    close++;
                }
                String inner = part.substring(open, close);
                boolean fits = column(laid, indent) + inner.length() < WIDTH;
                laid.append(
                        fits && !SUBQUERY.matcher(laid).matches()
                                ? inner
                                : newLine(indent + INDENT) + broken(inner, indent + INDENT) + newLine(indent));
                from = close;
                i = close;
            }
        }
        return laid.append(part, from, part.length()).toString();
    }

    private static String broken(String inner, int indent) {
        if (inner.startsWith("SELECT ")) {
            return query(inner, indent);
        }
        return Stream.of(ELEMENT, ALTERNATIVE, CONDITION)
                .map(separator -> split(inner, separator))
                .filter(parts -> parts.size() > 1)
                .findFirst()
                .map(parts -> lines(parts, indent))
                .orElseGet(() -> line(inner, indent));
    }

    private static int column(StringBuilder laid, int indent) {
        int lineBreak = laid.lastIndexOf("\n");
        return lineBreak < 0 ? indent + laid.length() : laid.length() - lineBreak - 1;
    }

    /** The parts between matches that are neither within parentheses nor quoted. */
    private static List<String> split(String text, Pattern separator) {
        int[] depths = depths(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        Matcher matcher = separator.matcher(text);
        while (matcher.find()) {
            if (depths[matcher.start()] == 0) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** For each character the number of parentheses around it, which for a parenthesis does not include its own. */
    private static int[] depths(String text) {
        int[] depths = new int[text.length()];
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < depths.length; i++) {
            char here = text.charAt(i);
            if (quote != 0) {
                depths[i] = QUOTED;
                quote = here == quote ? 0 : quote;
                continue;
            }
            if (here == ')') {
                depth--;
            }
            depths[i] = depth;
            if (here == '(') {
                depth++;
            } else if (here == '\'' || here == '"') {
                depths[i] = QUOTED;
                quote = here;
            }
        }
        return depths;
    }

    private static String newLine(int indent) {
        return "\n" + " ".repeat(indent);
    }
}
