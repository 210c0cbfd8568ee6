package org.jointdefence.registry.selection.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jointdefence.registry.error.ClientError;

/** A day as a PostgreSQL time range: from its first instant in a time zone to the first instant of the next day. */
public final class Day {
    /** The default time zone of days in filters. */
    public static final String ZONE = "Europe/Vilnius";

    private static final int LONGEST_ZONE = 64;

    private Day() {}

    /**
     * The first instant of a day; {@code -infinity} or {@code infinity} for years that PostgreSQL does not support.
     *
     * @param date in ISO 8601
     * @param zone the name of a time zone in the IANA database
     * @param path the path of the time zone argument
     * @throws ClientError if the time zone does not exist
     */
    public static String start(LocalDate date, String zone, String path) {
        Instant start = date.atStartOfDay(zone(zone, path)).toInstant();
        int year = start.atOffset(ZoneOffset.UTC).getYear();
        return year < 1 ? "-infinity" : year > 9999 ? "infinity" : start.toString();
    }

    private static ZoneId zone(String name, String path) {
        try {
            // Without the check for a slash, offsets from UTC would be accepted, too.
            if (name.length() <= LONGEST_ZONE && name.indexOf('/') > 0) {
                return ZoneId.of(name);
            }
        } catch (DateTimeException unknown) {
            // Rejected below.
        }
        throw ClientError.badInput("`" + path + "` is not a time zone of the IANA database, such as \"Europe/Kyiv\"");
    }
}
