package org.depositary.verify;

/** The metrics of a service, in the text format of Prometheus. */
record ServiceMetrics(OriginClient client) {

    /** The sum of all series with this name whose labels contain the text; 0 if there are none. */
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
