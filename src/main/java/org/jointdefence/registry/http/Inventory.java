package org.jointdefence.registry.http;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.budget.LimitsConfig;

/** Counts what can be counted in a document before it is validated, because validating it costs time, too. */
final class Inventory {

    private final LimitsConfig limits;
    private int aliases;
    private int directives;

    private Inventory(LimitsConfig limits) {
        this.limits = limits;
    }

    /** Refuses a document with too many aliases or directives, or with one that there is not. */
    static void check(Document document, LimitsConfig limits) {
        Inventory inventory = new Inventory(limits);
        Deque<Node<?>> open = new ArrayDeque<>();
        open.push(document);
        while (!open.isEmpty()) {
            Node<?> node = open.pop();
            inventory.count(node);
            for (Node<?> child : node.getChildren()) {
                open.push(child);
            }
        }
    }

    private void count(Node<?> node) {
        if (node instanceof Field field && field.getAlias() != null && ++aliases > limits.aliases()) {
            throw Refusal.limit("The document has more than " + limits.aliases() + " aliases.");
        }
        if (node instanceof DirectivesContainer<?> container) {
            Deferral.check(container);
            directives += container.getDirectives().size();
            if (directives > limits.directives()) {
                throw Refusal.limit("The document uses more than " + limits.directives() + " directives.");
            }
        }
    }
}
