package org.depositary.verify;

/** A write that was answered with 201: from then on nobody may lose it. */
record Acknowledged(String fact, String stream, long version) {

    static Acknowledged of(Answer created) {
        var version = created.header("Depositary-Version");
        var at = version.lastIndexOf('@');
        return new Acknowledged(
                created.body().path("id").asText(),
                version.substring(0, at),
                Long.parseLong(version.substring(at + 1)));
    }
}
