package org.depositary.membership.operations;

import static io.restassured.RestAssured.given;

/** What /q/metrics says. */
final class Scrape {

    private Scrape() {}

    /** The sum of all series of that name. */
    static double of(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
