package org.depositary.verify;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One client of a {@link RegisterLoad}. It writes the history of one organisation after the other: changes of all its parties in
 * one array, with corrections and claims between them. Then it sends random corrections, retractions and claims; some are
 * refused. It also records exercises and documents.
 */
final class RegisterWriter {

    private static final List<String> PARTIES =
            List.of("AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LU", "NL", "PT", "SE");
    private static final List<String> CHANGES =
            List.of("accession", "withdrawal", "observer-status", "withdrawal", "accession");
    /** Each change has its own range of days, so any day in it is allowed. */
    private static final int DAYS_OF_A_CHANGE = 1_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);
    private static final int RANDOM_COMMANDS = 6;
    private static final int EXERCISES = 4;
    private static final int TURNS_UNTIL_AN_EXERCISE = 20;

    static final int LARGEST_ARRAY = PARTIES.size();
    static final List<String> COMMANDS =
            List.of("organizations", "changes", "corrections", "retractions", "claims", "exercises", "documents");

    private final RegisterLoad load;
    private final OriginClient curator;
    private final String name;
    private final Random random;

    /** @param name the start of the ids of its organisations */
    RegisterWriter(RegisterLoad load, OriginClient curator, String name, Random random) {
        this.load = load;
        this.curator = curator;
        this.name = name;
        this.random = random;
    }

    void writeUntilStopped() {
        for (int n = 0; !load.isStopping(); n++) {
            writeOrganization(name + "-" + n);
        }
    }

    private void writeOrganization(String organization) {
        load.send(
                "organizations",
                1,
                () -> curator.tryPut("/api/organizations/" + organization, CommandBodies.organization("Load")));
        var facts = new ArrayList<String>();
        int turns = 1 + random.nextInt(CHANGES.size());
        for (int turn = 0; turn < turns && !load.isStopping(); turn++) {
            var recorded = recordChanges(organization, turn);
            facts.addAll(recorded);
            if (!recorded.isEmpty()) {
                correct(any(recorded), dateOf(turn));
                claim(any(facts));
            }
        }
        for (int n = 0; n < RANDOM_COMMANDS && !facts.isEmpty() && !load.isStopping(); n++) {
            changeAtRandom(facts);
        }
    }

    private void changeAtRandom(List<String> facts) {
        switch (random.nextInt(4)) {
            case 0 -> claim(any(facts));
            case 1 -> post("retractions", any(facts) + "/retraction", 1, Map.of("reason", "Recorded twice"));
            default -> correct(any(facts), dateOf(random.nextInt(CHANGES.size())));
        }
    }

    private List<String> recordChanges(String organization, int turn) {
        var changes = PARTIES.stream()
                .map(party -> CommandBodies.change(party, CHANGES.get(turn), dateOf(turn)))
                .toList();
        return post(
                "changes", "/api/organizations/%s/membership-changes".formatted(organization), changes.size(), changes);
    }

    private void correct(String fact, String date) {
        post("corrections", fact + "/corrections", 1, Map.of("effective", date, "reason", "Misread"));
    }

    private void claim(String fact) {
        var value = Map.of("effective", dateOf(random.nextInt(CHANGES.size())));
        post("claims", fact + "/claims", 1, Map.of("value", value, "sources", List.of(CommandBodies.SOURCE)));
    }

    private List<String> post(String command, String path, int facts, Object body) {
        var key = UUID.randomUUID().toString();
        var recorded = load.send(command, facts, () -> curator.tryPost(path, body, "Idempotency-Key", key));
        long turn = load.nextTurn();
        if (turn % TURNS_UNTIL_AN_EXERCISE == 0) {
            recordExercises();
        } else if (turn % TURNS_UNTIL_AN_EXERCISE == TURNS_UNTIL_AN_EXERCISE / 2) {
            uploadDocument(turn);
        }
        return recorded;
    }

    private void recordExercises() {
        var exercise = CommandBodies.exercise("Exercise of " + name, "2020-05", "FR", "DE");
        var exercises = Collections.nCopies(EXERCISES, exercise);
        var key = UUID.randomUUID().toString();
        load.send("exercises", EXERCISES, () -> curator.tryPost("/api/exercises", exercises, "Idempotency-Key", key));
    }

    /** The id is the hash of the bytes, so a repeated upload needs no key. */
    private void uploadDocument(long number) {
        var text = "Minutes of meeting %d of %s. The members agreed.%n".formatted(number, name);
        load.send(
                "documents",
                1,
                () -> curator.trySend(
                        "POST", "/api/documents", BodyPublishers.ofString(text), "Content-Type", "text/plain"));
    }

    private String dateOf(int turn) {
        return FIRST_DAY
                .plusDays((long) DAYS_OF_A_CHANGE * turn + random.nextInt(DAYS_OF_A_CHANGE))
                .toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
