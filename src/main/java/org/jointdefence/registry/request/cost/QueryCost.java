package org.jointdefence.registry.request.cost;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The maximum size of the response to a selection. The parts that do not depend on variables are already added up. The
 * remaining terms are fields whose page sizes depend on variables, and spreads of fragments with such fields; each
 * fragment is evaluated once, no matter how often it is spread.
 */
public final class QueryCost {

    public static final QueryCost NOTHING = new QueryCost(Weight.NONE, List.of());

    private final Weight constant;
    private final List<Term> terms;

    private QueryCost(Weight constant, List<Term> terms) {
        this.constant = constant;
        this.terms = List.copyOf(terms);
    }

    /**
     * The cost for these variables.
     *
     * @param defaults the default values of the operation's integer variables
     */
    public Amount of(Map<String, ?> variables, Map<String, Long> defaults) {
        return terms.isEmpty()
                ? constant.fixed()
                : new Evaluation(variables, defaults).of(this).fixed();
    }

    /** The number of its own terms, without those of nested selections. */
    int size() {
        return terms.size();
    }

    /**
     * The weight of a selection.
     *
     * @param fixed the amount that does not depend on the enclosing page
     * @param paged the amount for each record of the enclosing page
     */
    record Weight(Amount fixed, Amount paged) {
        static final Weight NONE = new Weight(Amount.NONE, Amount.NONE);

        Weight plus(Weight other) {
            return new Weight(fixed.plus(other.fixed), paged.plus(other.paged));
        }
    }

    private sealed interface Term {}

    private record Child(FieldCost field, QueryCost within) implements Term {}

    private record Spread(QueryCost fragment) implements Term {}

    /** Adds up the fields and fragments of a selection. */
    static final class Builder {
        private final List<Term> terms = new ArrayList<>();
        private Weight constant = Weight.NONE;

        void field(FieldCost field, QueryCost within) {
            PageSize page = field.page();
            if (within.terms.isEmpty() && (page == null || page.isConstant())) {
                long size = page == null ? 0 : page.of(Map.of(), Map.of());
                constant = constant.plus(field.weigh(within.constant, size));
            } else {
                terms.add(new Child(field, within));
            }
        }

        void inline(QueryCost fragment) {
            constant = constant.plus(fragment.constant);
            terms.addAll(fragment.terms);
        }

        void spread(QueryCost fragment) {
            if (fragment.terms.isEmpty()) {
                constant = constant.plus(fragment.constant);
            } else {
                terms.add(new Spread(fragment));
            }
        }

        QueryCost build() {
            return new QueryCost(constant, terms);
        }
    }

    private static final class Evaluation {
        private final Map<String, ?> variables;
        private final Map<String, Long> defaults;
        private final IdentityHashMap<QueryCost, Weight> fragments = new IdentityHashMap<>();

        Evaluation(Map<String, ?> variables, Map<String, Long> defaults) {
            this.variables = variables;
            this.defaults = defaults;
        }

        Weight of(QueryCost cost) {
            Weight sum = cost.constant;
            for (Term term : cost.terms) {
                sum = sum.plus(
                        switch (term) {
                            case Child(FieldCost field, QueryCost within) -> {
                                PageSize page = field.page();
                                yield field.weigh(of(within), page == null ? 0 : page.of(variables, defaults));
                            }
                            case Spread(QueryCost fragment) -> fragment(fragment);
                        });
            }
            return sum;
        }

        private Weight fragment(QueryCost fragment) {
            Weight known = fragments.get(fragment);
            if (known == null) {
                known = of(fragment);
                fragments.put(fragment, known);
            }
            return known;
        }
    }
}
