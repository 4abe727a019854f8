package org.depositary.gateway.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The changes that can change an answer. Every change in the log that can do so must be in the scope; further ones only
 * cost time.
 *
 * @param keys keys of table {@code change_key}: a change with one of them is in the scope. Empty for every change
 * @param logOnly false if the answer also depends on data outside the log, such as texts of documents and where quotes are in
 *     them. Then nothing shows that it is unchanged
 */
public record ReadScope(Optional<List<String>> keys, boolean logOnly) {

    /** Any change can change the answer. */
    public static final ReadScope WHOLE_LOG = new ReadScope(Optional.empty(), true);

    /** The answer also depends on data outside the log. */
    public static final ReadScope NOT_ONLY_LOG = new ReadScope(Optional.empty(), false);

    /** Names of the events of organisations, and of the coverage of data sets. */
    static final List<String> SHARED_EVENTS = List.of(
            "organization-registered",
            "organization-corrected",
            "organization-retracted",
            "organization-sourced",
            "organization-verified",
            "organization-claimed",
            "organization-claim-preferred",
            "organization-claim-withdrawn",
            "organization-changed",
            "organization-change-corrected",
            "organization-change-retracted",
            "organization-change-sourced",
            "organization-change-verified",
            "organization-change-claimed",
            "organization-change-claim-preferred",
            "organization-change-claim-withdrawn",
            "import-set-covered",
            "import-set-coverage-retracted");

    /** Memberships, organisations and institutions. */
    public static final ReadScope MEMBERSHIPS = ofKeys(List.of("kind:membership"));

    /**
     * What the statuses in one organisation depend on: its own changes; the names and ends of organisations that are its
     * members; and the time that data sets cover.
     */
    public static ReadScope membersOf(String organization) {
        return ofKeys(Stream.concat(
                        Stream.of("organization:" + organization),
                        SHARED_EVENTS.stream().map("type:"::concat))
                .toList());
    }

    private static ReadScope ofKeys(List<String> keys) {
        return new ReadScope(Optional.of(List.copyOf(keys)), true);
    }
}
