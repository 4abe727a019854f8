package org.depositary.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A later build of the same source code. Every database has one more migration, which adds something; the gateway has the next
 * generation of read models; the OpenAPI document of each service says another version.
 */
record NextBuild(SourceTreeCopy sources) {

    static final String MIGRATION = "9001";
    static final String VERSION = "1-next";

    private static final String EVENT_TABLES = """
            ALTER TABLE event ADD COLUMN next_build text;
            CREATE TABLE next_build (id bigint PRIMARY KEY);
            """;
    private static final String GATEWAY_TABLES = """
            ALTER TABLE change ADD COLUMN next_build text;
            """;

    /** The modules of the services and all that they are built from. */
    private static final List<String> COMPILED = Stream.concat(
                    SourceTreeCopy.LIBRARIES.stream(),
                    Stream.of(
                            TestInstallation.MEMBERSHIP_SERVICE,
                            TestInstallation.EXERCISES_SERVICE,
                            "documents-service/extraction",
                            TestInstallation.DOCUMENTS_SERVICE,
                            "dashboard",
                            TestInstallation.GATEWAY))
            .toList();

    static NextBuild make(String name) {
        var build = new NextBuild(SourceTreeCopy.of(name, COMPILED));
        build.addMigrations();
        build.increaseGeneration();
        TestInstallation.SERVICES.keySet().forEach(build::changeVersion);
        build.compile();
        return build;
    }

    Path home() {
        return sources.root();
    }

    private void addMigrations() {
        var resources = "%s/src/main/resources/db/%s/V" + MIGRATION + "__next_build.sql";
        sources.write(resources.formatted("libraries/event-sourcing", "event-sourcing"), EVENT_TABLES);
        sources.write(resources.formatted(TestInstallation.GATEWAY, "gateway"), GATEWAY_TABLES);
    }

    private void increaseGeneration() {
        sources.replaceMatch(
                "gateway/src/main/java/org/depositary/gateway/log/ReadModelGeneration.java",
                "VERSION = \\d+",
                NextBuild::increase);
        sources.replaceMatch(
                "gateway/src/main/resources/application.properties", "currentSchema=rm_\\d+", NextBuild::increase);
    }

    private static String increase(String text) {
        var number = text.replaceAll("\\D", "");
        return text.replace(number, Integer.toString(Integer.parseInt(number) + 1));
    }

    private void changeVersion(String service) {
        var properties = service + "/src/main/resources/application.properties";
        sources.replace(
                properties,
                "quarkus.smallrye-openapi.info-version=1\n",
                "quarkus.smallrye-openapi.info-version=%s\n".formatted(VERSION));
    }

    private void compile() {
        var services = String.join(",", TestInstallation.SERVICES.keySet());
        var command = Stream.of(
                "env",
                "JAVA_HOME=" + System.getProperty("java.home"),
                "sh",
                "-c",
                "cd '%s' && exec ./mvnw -q -B -ntp -o -T 2 -Dmaven.test.skip=true -Dspotless.check.skip=true -pl %s -am package"
                        .formatted(home(), services));
        new SystemCommand(command.toList()).must();
    }
}
