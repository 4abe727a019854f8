package org.depositary.kubernetes.rules;

import java.util.List;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** All conditions on an overlay. */
public final class AllRules {

    private static final List<Rule> RULES = List.of(
            new SchemaRule(),
            new PodSecurityRule(),
            new PodLifecycleRule(),
            new ResourcesRule(),
            new SelectorRule(),
            new ReferenceRule(),
            new NetworkRule(),
            new SettingRule(),
            new KafkaRule(),
            new AvailabilityRule(),
            new MigrationRule(),
            new RouteRule());

    private AllRules() {}

    public static List<String> violations(Overlay overlay) {
        return RULES.stream().flatMap(rule -> rule.violations(overlay)).toList();
    }

    /** Whether an unknown field of this object is found. A custom resource needs its operator's schema for that. */
    public static boolean checkFieldsOf(Manifest manifest) {
        return SchemaRule.isBuiltIn(manifest) || CustomResourceSchemas.exists(manifest);
    }

    /** A sentence if the condition does not hold. */
    static Stream<String> unless(boolean holds, String sentence, Object... values) {
        return holds ? Stream.empty() : Stream.of(sentence.formatted(values));
    }
}
