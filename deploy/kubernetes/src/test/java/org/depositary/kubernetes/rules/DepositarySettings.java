package org.depositary.kubernetes.rules;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.ProjectFiles;

/** The settings {@code depositary.*} of a service, with their defaults, as its sources declare them. */
public final class DepositarySettings {

    private static final Pattern INJECTED = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"(depositary\\.[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"(depositary\\.[^\"]+)\"\\)(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern METHOD = Pattern.compile(
            "(?:@WithName\\(\"([^\"]+)\"\\)\\s*)?(?:@WithDefault\\(\"([^\"]*)\"\\)\\s+[\\w<>]+|Optional<[\\w<>]+>) (\\w+)\\(\\)");

    /** Decides at build time which classes exist. */
    private static final String AT_BUILD_TIME = "depositary.relay.enabled";

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private DepositarySettings() {}

    /** The default is empty if there is none. */
    public static Map<String, String> of(String service) {
        return READ.computeIfAbsent(service, DepositarySettings::read);
    }

    private static Map<String, String> read(String service) {
        var settings = new TreeMap<String, String>();
        if (!CodeFacts.SERVICES.contains(service)) {
            return settings;
        }
        sources(service).forEach(source -> {
            INJECTED.matcher(source).results().forEach(match -> add(settings, match.group(1), match.group(2)));
            MAPPING.matcher(source).results().forEach(mapping -> METHOD.matcher(mapping.group(2))
                    .results()
                    .forEach(method -> add(settings, mapping.group(1) + "." + name(method), method.group(2))));
        });
        var properties = CodeFacts.settings(service);
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("depositary."))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.remove(AT_BUILD_TIME);
        return settings;
    }

    /** The sources of a service and of its libraries, without the classes that the service leaves out. */
    private static Stream<String> sources(String service) {
        var excluded = CodeFacts.settings(service).getProperty("quarkus.arc.exclude-types", "");
        return CodeFacts.modules(service).stream()
                .flatMap(module -> ProjectFiles.list(module + "/src/main/java", ".java").stream())
                .filter(file -> !isExcluded(file, excluded))
                .map(ProjectFiles::read);
    }

    private static boolean isExcluded(Path file, String patterns) {
        var type = file.toString().replaceAll(".*/src/main/java/|\\.java$", "").replace('/', '.');
        return Stream.of(patterns.split(","))
                .map(pattern -> pattern.replace(".**", "."))
                .anyMatch(pattern -> pattern.endsWith(".") ? type.startsWith(pattern) : type.equals(pattern));
    }

    private static void add(Map<String, String> settings, String name, String fallback) {
        settings.merge(name, fallback == null ? "" : fallback, (known, other) -> known.isEmpty() ? other : known);
    }

    /** The name of a mapped method: camel case becomes words with hyphens. */
    private static String name(MatchResult method) {
        return method.group(1) != null
                ? method.group(1)
                : method.group(3).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
