package org.depositary.local.installation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.LoopbackPort;

/** The loopback ports of an installation, derived from the gateway's port. */
public record InstallationPorts(int gateway) {

    public static final int DEFAULT = 8080;

    /** The difference between the public port of a service and the port of its health and metrics. */
    private static final int TO_MANAGEMENT = 1000;

    /** The names of the services, in the order of their ports. */
    public static final List<String> SERVICES =
            List.of("gateway", "membership-service", "documents-service", "exercises-service");

    private static final int HIGHEST = 65535 - TO_MANAGEMENT - (SERVICES.size() - 1);

    public InstallationPorts {
        if (gateway < 1 || gateway > HIGHEST) {
            throw new LaunchFailure("--port must be a number from 1 to %d. The other ports follow it, up to 1003 above."
                    .formatted(HIGHEST));
        }
    }

    /**
     * Returns ports that are free now. They lie below the range that the system uses for outgoing connections. The
     * highest one is the gateway's port plus 1003.
     */
    static InstallationPorts free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 31_000))
                .mapToObj(InstallationPorts::new)
                .filter(ports -> ports.all().values().stream().allMatch(LoopbackPort::isFree))
                .findFirst()
                .orElseThrow();
    }

    int of(String part) {
        return all().get(part);
    }

    /** Returns the port of the health and metrics of a service. */
    int managementOf(String service) {
        return of(service) + TO_MANAGEMENT;
    }

    Map<String, Integer> all() {
        var all = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < SERVICES.size(); i++) {
            all.put(SERVICES.get(i), gateway + i);
            all.put("the management interface of " + SERVICES.get(i), gateway + i + TO_MANAGEMENT);
        }
        all.put("postgresql", gateway + 10);
        all.put("kafka", gateway + 11);
        all.put("kafka-controller", gateway + 12);
        return all;
    }

    public void mustBeFree() {
        all().forEach((part, port) -> {
            if (!LoopbackPort.isFree(port)) {
                throw new LaunchFailure(("Another program uses port %d, which %s needs. End that program, or choose "
                                + "other ports: ./depositary up --port N (now %d; the others follow).")
                        .formatted(port, part, gateway));
            }
        });
    }
}
