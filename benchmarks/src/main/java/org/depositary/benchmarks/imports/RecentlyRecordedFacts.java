package org.depositary.benchmarks.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Keeps the latest facts of a client, which are the subjects of later commands. */
final class RecentlyRecordedFacts {

    private static final int MOST = 300;

    private final Random random;
    private final List<String> latest = new ArrayList<>();

    RecentlyRecordedFacts(Random random) {
        this.random = random;
    }

    void add(String one) {
        if (latest.size() == MOST) {
            latest.removeFirst();
        }
        latest.add(one);
    }

    boolean isEmpty() {
        return latest.isEmpty();
    }

    String any() {
        return latest.get(random.nextInt(latest.size()));
    }
}
