package org.jointdefence.registry.selection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a filter and an order read of the rows that they look at, be those found or not: an answer tells of a value by the
 * record that it leaves out, too. Read are the values of all rows that the caller sees and that meet what the filter asks
 * of public fields alone; their labels are known from one aggregate for the rows, and one for each association that the
 * filter goes through.
 */
final class Examination {
    /** Something that is read of the rows of a place, and an aggregate of the labels of all of them. */
    private record Read(Reads.Use use, String what, String labels) {}

    /** Where rows stand that are looked at: how their alias is reached from the rows that are chosen from. */
    private record Place(String joins, Set<Read> reads) {
        Place(String joins) {
            this(joins, new LinkedHashSet<>());
        }
    }

    private final Reads reads;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /**
     * @param reads takes what the log must know of
     */
    Examination(Reads reads) {
        this.reads = reads;
        places.put(Source.ROWS, new Place(""));
    }

    private Place at(String alias) {
        Place place = places.get(alias);
        if (place == null) {
            throw new IllegalStateException("nothing leads to " + alias);
        }
        return place;
    }

    /**
     * A field is read of each row at {@code alias}, whatever is found.
     *
     * @return whether it is one that can be classified, or tells of labels
     */
    boolean add(Reads.Use use, String alias, Concept concept, Member field) {
        Place place = at(alias);
        List<Sensitivity.Reading> readings = Sensitivity.of(concept, field);
        for (Sensitivity.Reading reading : readings) {
            reads.always(use, reading.what());
            place.reads().add(new Read(use, reading.what(), reading.ofRows(alias)));
        }
        return !readings.isEmpty();
    }

    /**
     * The rows that an association leads to from those at {@code alias} are looked at as {@code other}, among all records
     * and links that the caller can read.
     */
    void follow(Reads.Use use, String alias, String other, Concept owner, Member.Association association) {
        reads.always(use, owner.name() + '.' + association.name());
        String link = other + "l";
        String key = alias + "." + association.parentColumn();
        Place place = new Place(at(alias).joins()
                + switch (association.path()) {
                    case Member.Path.ByColumn(String column) ->
                        " JOIN " + association.view() + " " + other + " ON " + other + "." + column + " = " + key;
                    case Member.Path.ByLink path ->
                        " JOIN " + path.link() + " " + link + " ON " + link + "." + path.from() + " = " + key
                                + " JOIN " + association.view() + " " + other + " ON " + other + "."
                                + path.targetKey() + " = " + link + "." + path.to();
                });
        for (String labels : Sensitivity.reached(association, other, link)) {
            place.reads().add(new Read(use, owner.name() + '.' + association.name(), labels));
        }
        places.put(other, place);
    }

    /**
     * An order reads its key of all rows that are looked at.
     *
     * @param other an alias of its own for the record that an association leads to
     */
    void order(SortKey key, Concept concept, String other) {
        Member.Association through = key.through();
        if (through == null) {
            add(Reads.Use.ORDER, Source.ROWS, concept, key.column());
        } else {
            follow(Reads.Use.ORDER, Source.ROWS, other, concept, through);
            add(Reads.Use.ORDER, other, through.target(), key.column());
        }
    }

    /**
     * Declares all of it to the log, by statements of its own.
     *
     * @param open the conditions on public fields that every row meets that is looked at
     */
    void declare(Statements statements, Source source, Sql open) {
        for (Place place : places.values()) {
            if (!place.reads().isEmpty()) {
                Sql rows = source.rows().add(" AND ").add(open);
                Statement looked = source.statement(
                        statements,
                        place.joins().isEmpty()
                                ? rows
                                : Sql.of("FROM (SELECT t.* ")
                                        .add(rows)
                                        .add(") t")
                                        .add(place.joins()));
                place.reads()
                        .forEach(read -> reads.ofRows(read.use(), read.what(), looked, Reads.Whose.ALL, read.labels()));
            }
        }
    }
}
