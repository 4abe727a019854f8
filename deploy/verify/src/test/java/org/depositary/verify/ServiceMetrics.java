package org.depositary.verify;

/** What a service tells operators, in Prometheus' text format. */
record ServiceMetrics(OriginClient client) {

    /** The sum over all series of that name whose labels contain the text; 0 where there is none. */
    double sum(String name, String labels) {
        return client.management()
                .get("/q/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    boolean leads() {
        return sum("depositary_relay_leader", "") == 1;
    }
}
