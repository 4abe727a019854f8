package org.depositary.imports.job;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects imports of a list.
 *
 * @param status the status in responses; empty for all
 * @param set the id of the data set; empty for all
 */
public record ImportFilter(Optional<String> status, Optional<String> set) {

    /** The statuses in responses. */
    public static final List<String> STATUSES = Arrays.stream(ImportJob.Status.values())
            .map(ImportJob.Status::publicName)
            .distinct()
            .toList();

    /**
     * Returns the condition on the table {@code import}, as SQL. Its only parameters are {@link #parameters}. The status
     * is not a parameter, so that PostgreSQL can use an index that has only the imports in progress.
     */
    String condition() {
        return "true" + status.map(ImportFilter::statusCondition).orElse("")
                + set.map(name -> " AND set_id BETWEEN ? AND ?").orElse("");
    }

    /** The parameters of the condition. The set is both ends of a range: see {@link #order}. */
    List<String> parameters() {
        return set.stream().flatMap(name -> Stream.of(name, name)).toList();
    }

    /**
     * Returns the order of the list, as SQL. With the order of a range of sets, PostgreSQL reads the index that begins with
     * the set. For one set in the order of ids, it could read all later imports of other sets.
     */
    String order() {
        return set.map(name -> "set_id DESC, id DESC").orElse("id DESC");
    }

    /** Several statuses in the database can have one name in responses. */
    private static String statusCondition(String name) {
        return Arrays.stream(ImportJob.Status.values())
                .filter(status -> status.publicName().equals(name))
                .map(status -> "'" + status.storedName() + "'")
                .collect(Collectors.joining(", ", " AND status IN (", ")"));
    }
}
