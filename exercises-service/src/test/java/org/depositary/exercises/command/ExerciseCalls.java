package org.depositary.exercises.command;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.depositary.testing.RealPostgresAndKafka;

/** Calls as a curator makes them. */
final class ExerciseCalls {

    static final String EXERCISES = "/api/exercises";

    static final String SOURCES = """
            "sources":[{"title":"A chronicle","author":"A. Chronicler","published":"2007","locator":"p. 12"}]""";

    /** Everything that can be told of an exercise, in forms that are not the canonical ones. */
    static final String PEACE_MISSION = """
            {"name":"Peace Mission 2007","kind":"exercise","status":"completed","series":"Peace Mission",
             "organizations":["sco"],"dates":"2007-08",
             "purpose":{"declared":"counter-terrorism","assessed":"a show of force"},
             "phases":[{"place":{"name":"Urumqi","country":"China","lat":43.8,"lon":88},"dates":"2007-08","days":2}],
             "participants":[{"party":"CHN","role":"host",
                              "strength":{"min":1600,"max":1700,"approximate":true},"forces":["land","air"]},
                             {"party":"cow:365","role":"participant","strength":{"max":2000}},
                             {"members-of":"sco","role":"participant"},
                             {"party":"csto","role":"monitor"}],
             "legalBasis":{"instrument":"sco-charter","article":"3","invokedBy":"KAZ","invoked":"2007~"},
             %s}""".formatted(SOURCES);

    private ExerciseCalls() {}

    static RequestSpecification as(String role) {
        return given().contentType("application/json").auth().oauth2(RealPostgresAndKafka.token(role));
    }

    static RequestSpecification curator() {
        return as("curator");
    }

    /** The body of an exercise with no more than it needs. */
    static String exercise(String name) {
        return """
                {"name":"%s","kind":"exercise","status":"completed","dates":"2007-08",%s}""".formatted(name, SOURCES);
    }

    static Response record(String body) {
        return curator().body(body).post(EXERCISES);
    }
}
