package org.depositary.kubernetes.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.ProjectFiles;

/** Topics, consumer groups and settings of the services, read from their sources. */
final class CodeFacts {

    static final String SENDER_OF_WEBHOOKS = "gateway";
    static final List<String> SERVICES =
            List.of("membership-service", "documents-service", "exercises-service", "gateway");

    private static final String RELAY =
            "libraries/event-sourcing/src/main/java/org/depositary/eventsourcing/relay/TopicDefinition.java";
    private static final Pattern TOPIC = Pattern.compile("TopicDefinition\\.of(Events|States)\\(\"([^\"]+)\"\\)");
    private static final Pattern GROUP = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.group\\.id");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([a-z-]+)</artifactId>");
    private static final String ADDRESS_RULE =
            "gateway/src/main/java/org/depositary/gateway/hooks/address/AddressRule.java";
    private static final Pattern RANGE = Pattern.compile("\"([0-9a-f.:]+/\\d+)\"");
    private static final Pattern PAIR = Pattern.compile("\"([^\"]+)\", \"([^\"]+)\"");

    /** A consumer group and the topics that it reads. */
    record Reader(String service, String group, List<String> topics) {}

    private static final Map<String, Map<String, String>> TOPICS = readTopics();
    private static final Map<String, String> WRITERS = readWriters();
    private static final List<Reader> READERS = readReaders();

    private CodeFacts() {}

    /** The settings of each topic that a service creates. */
    static Map<String, Map<String, String>> topics() {
        return TOPICS;
    }

    /** The service that writes each topic. */
    static Map<String, String> writers() {
        return WRITERS;
    }

    static List<Reader> readers() {
        return READERS;
    }

    /** The addresses to which webhooks may be sent, as {@link #rangeWithout} writes them. */
    static List<String> receiversOfWebhooks() {
        var source = ProjectFiles.read(ADDRESS_RULE);
        var global = ranges(between(source, "GLOBAL = ", ";")).findFirst().orElseThrow();
        return List.of(
                rangeWithout("0.0.0.0/0", ranges(between(source, "PRIVATE = ", ";"))),
                rangeWithout(global, ranges(between(source, "SPECIAL = ", ";"))));
    }

    /** A range of addresses without some ranges in it. */
    static String rangeWithout(String range, Stream<String> exceptions) {
        return range + " without " + exceptions.sorted().toList();
    }

    private static Stream<String> ranges(String text) {
        return RANGE.matcher(text).results().map(match -> match.group(1));
    }

    private static Map<String, Map<String, String>> readTopics() {
        var topics = new HashMap<String, Map<String, String>>();
        created().forEach(match -> topics.put(match.group(2), topicSettings(match.group(1))));
        return topics;
    }

    private static Map<String, String> topicSettings(String kind) {
        var source = ProjectFiles.read(RELAY);
        var settings = new HashMap<String, String>();
        // The map that all topics share comes first, then the one in the method of this kind.
        pairs(between(source, "TIME = Map.of(", ");"), settings);
        pairs(between(source, "TopicDefinition of" + kind + "(String name)", "}"), settings);
        return settings;
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static void pairs(String text, Map<String, String> settings) {
        PAIR.matcher(text).results().forEach(pair -> settings.put(pair.group(1), pair.group(2)));
    }

    static int partitions() {
        return Integer.parseInt(between(ProjectFiles.read(RELAY), "PARTITIONS = ", ";"));
    }

    private static Map<String, String> readWriters() {
        var writers = new HashMap<String, String>();
        for (var service : SERVICES) {
            TOPIC.matcher(ProjectFiles.mainSources(service))
                    .results()
                    .forEach(match -> writers.put(match.group(2), service));
        }
        return writers;
    }

    private static Stream<MatchResult> created() {
        return SERVICES.stream().flatMap(service -> TOPIC.matcher(ProjectFiles.mainSources(service))
                .results());
    }

    private static List<Reader> readReaders() {
        return SERVICES.stream()
                .flatMap(service -> {
                    var settings = settings(service);
                    return settings.stringPropertyNames().stream()
                            .flatMap(name -> GROUP.matcher(name).results())
                            .map(match -> reader(service, settings, match.group(1)));
                })
                .toList();
    }

    private static Reader reader(String service, Properties settings, String channel) {
        var prefix = "mp.messaging.incoming." + channel + ".";
        return new Reader(
                service,
                resolved(settings, settings.getProperty(prefix + "group.id")),
                List.of(resolved(settings, settings.getProperty(prefix + "topics"))
                        .split(",")));
    }

    private static String resolved(Properties settings, String value) {
        return Pattern.compile("\\$\\{([^}]+)}")
                .matcher(value)
                .replaceAll(match -> settings.getProperty(match.group(1)));
    }

    /** The directories of a service and of the libraries that it uses, directly or not. */
    static List<String> modules(String service) {
        var modules = new ArrayList<>(List.of(service));
        for (int i = 0; i < modules.size(); i++) {
            ARTIFACT.matcher(ProjectFiles.read(modules.get(i) + "/pom.xml"))
                    .results()
                    .map(artifact -> "libraries/" + artifact.group(1))
                    .filter(library -> !library.equals("libraries/testing") && !modules.contains(library))
                    .filter(library -> Files.exists(ProjectFiles.ROOT.resolve(library)))
                    .forEach(modules::add);
        }
        return modules;
    }

    /** The settings in the files of a service and of its libraries. Those of the service are stronger. */
    static Properties settings(String service) {
        var settings = new Properties();
        modules(service).stream()
                .map(module -> module + "/src/main/resources/META-INF/microprofile-config.properties")
                .filter(file -> Files.exists(ProjectFiles.ROOT.resolve(file)))
                .forEach(file -> load(settings, file));
        load(settings, service + "/src/main/resources/application.properties");
        return settings;
    }

    private static void load(Properties settings, String file) {
        try {
            settings.load(new StringReader(ProjectFiles.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
