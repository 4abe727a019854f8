package org.depositary.local.installation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.LoopbackPort;

/** The loopback ports of an installation, derived from the gateway's port. */
public record Ports(int gateway) {

    public static final int DEFAULT = 8080;

    private static final int HIGHEST = 65535 - 12;

    public Ports {
        if (gateway < 1 || gateway > HIGHEST) {
            throw new LaunchFailure(
                    "--port takes a number from 1 to %d: eleven more ports follow it.".formatted(HIGHEST));
        }
    }

    /** Free ports below the range for outgoing connections. */
    static Ports free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 32_000))
                .mapToObj(Ports::new)
                .filter(ports -> ports.all().values().stream().allMatch(LoopbackPort::isFree))
                .findFirst()
                .orElseThrow();
    }

    int of(String part) {
        return all().get(part);
    }

    Map<String, Integer> all() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("gateway", gateway);
        all.put("membership-service", gateway + 1);
        all.put("documents-service", gateway + 2);
        all.put("exercises-service", gateway + 3);
        all.put("postgresql", gateway + 10);
        all.put("kafka", gateway + 11);
        all.put("kafka-controller", gateway + 12);
        return all;
    }

    public void mustBeFree() {
        all().forEach((part, port) -> {
            if (!LoopbackPort.isFree(port)) {
                throw new LaunchFailure(
                        ("Port %d, which %s needs, is taken by another program. End that program, or choose "
                                        + "other ports: ./depositary up --port N (now %d; the others follow).")
                                .formatted(port, part, gateway));
            }
        });
    }
}
