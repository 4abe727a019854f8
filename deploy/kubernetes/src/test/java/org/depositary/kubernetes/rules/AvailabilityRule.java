package org.depositary.kubernetes.rules;

import static org.depositary.kubernetes.rules.AllRules.unless;

import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/** A Deployment of several replicas has a budget; a single replica has none, because it would block a drain. */
final class AvailabilityRule implements Rule {

    @Override
    public Stream<String> violations(Overlay overlay) {
        return Stream.of(
                        overlay.deployments().flatMap(deployment -> budget(overlay, deployment)),
                        overlay.ofKind("PodDisruptionBudget")
                                .flatMap(budget -> unless(
                                        budget.at("/spec/unhealthyPodEvictionPolicy")
                                                        .asText()
                                                        .equals("AlwaysAllow")
                                                && budget.at("/spec/maxUnavailable")
                                                                .asInt()
                                                        == 1,
                                        "%s keeps a broken pod from being moved",
                                        budget)),
                        overlay.ofKind("ScaledObject").flatMap(scaled -> target(overlay, scaled)))
                .flatMap(violations -> violations);
    }

    private static Stream<String> budget(Overlay overlay, Manifest deployment) {
        boolean exists = overlay.find("PodDisruptionBudget", deployment.name()).isPresent();
        return unless(
                exists == replicas(overlay, deployment) > 1, "%s: its budget does not fit its replicas", deployment);
    }

    private static int replicas(Overlay overlay, Manifest deployment) {
        return overlay.find("ScaledObject", deployment.name())
                .map(scaled -> scaled.at("/spec/minReplicaCount").asInt())
                .orElseGet(() -> deployment.at("/spec/replicas").asInt(1));
    }

    private static Stream<String> target(Overlay overlay, Manifest scaled) {
        var target = overlay.find(
                "Deployment", scaled.at("/spec/scaleTargetRef/name").asText());
        return Stream.concat(
                unless(target.isPresent(), "%s scales nothing", scaled),
                unless(
                        target.map(deployment -> deployment.at("/spec/replicas").isMissingNode())
                                .orElse(true),
                        "%s: its target also has a fixed number of replicas",
                        scaled));
    }
}
