package org.jointdefence.registry.selection.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jointdefence.registry.error.ClientError;

/** A day as a time range of PostgreSQL: from its first instant, in a time zone, to the first of the next day. */
public final class Day {
    /** Where days begin unless a filter says otherwise. */
    public static final String ZONE = "Europe/Vilnius";

    private static final int LONGEST_ZONE = 64;

    private Day() {}

    /**
     * The first instant of a day; what PostgreSQL has no year for is at the end of time.
     *
     * @param date in ISO 8601
     * @param zone the name of a time zone of the IANA database
     * @param path the argument that the zone comes from
     * @throws ClientError if there is no such zone
     */
    public static String start(LocalDate date, String zone, String path) {
        Instant start = date.atStartOfDay(zone(zone, path)).toInstant();
        int year = start.atOffset(ZoneOffset.UTC).getYear();
        return year < 1 ? "-infinity" : year > 9999 ? "infinity" : start.toString();
    }

    private static ZoneId zone(String name, String path) {
        try {
            // Without the slash, an offset from UTC could be one.
            if (name.length() <= LONGEST_ZONE && name.indexOf('/') > 0) {
                return ZoneId.of(name);
            }
        } catch (DateTimeException unknown) {
            // Refused below.
        }
        throw ClientError.badInput("`" + path + "` is not a time zone of the IANA database, such as \"Europe/Kyiv\"");
    }
}
