package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.depositary.verify.Fault.Freeze;
import org.depositary.verify.Fault.Kill;

/** The lists of faults for drills. */
final class DrillFaults {

    private DrillFaults() {}

    /** Kills and freezes every process this many times. */
    static List<Fault> ofProcesses(int times) {
        return TestInstallation.PROCESSES.stream()
                .flatMap(process -> Stream.<Fault>of(new Kill(process), new Freeze(process)))
                .flatMap(fault -> Collections.nCopies(times, fault).stream())
                .toList();
    }

    static List<Fault> ofServers(Duration outage) {
        return List.of(ServerOutage.ofKafka(outage), ServerOutage.ofPostgres(outage));
    }

    /** PostgreSQL's clock gives the time of events; the clock of a service affects ids and the validity of tokens. */
    static List<Fault> ofClocks() {
        if (ClockSkew.library().isEmpty()) {
            assertThat(System.getenv("CI")).as("libfaketime is needed").isNotEqualTo("true");
            System.out.println("drill: no clock runs ahead, because libfaketime is missing (apt install faketime)");
            return List.of();
        }
        return List.of(new ClockSkew(TestInstallation.POSTGRESQL), new ClockSkew(TestInstallation.MEMBERSHIP_SERVICE));
    }

    static List<Fault> ofRivals() {
        return List.of(new RivalRelay(), new RivalGateway());
    }

    /**
     * One fault of each kind, each on a random process. Processes that {@link KillDrillTest} kills anyway are not
     * killed.
     */
    static List<Fault> oneOfEachKind(Duration outage, Random random) {
        var kills = TestInstallation.PROCESSES.stream()
                .filter(process -> !KillDrillTest.FLOW.contains(process))
                .<Fault>map(Kill::new)
                .toList();
        var freezes =
                TestInstallation.PROCESSES.stream().<Fault>map(Freeze::new).toList();
        return Stream.of(all(List.of(kills, ofServers(outage))), freezes, ofClocks(), ofRivals())
                .filter(kind -> !kind.isEmpty())
                .map(kind -> kind.get(random.nextInt(kind.size())))
                .toList();
    }

    static List<Fault> all(List<List<Fault>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
