package org.depositary.kubernetes.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/**
 * Every object has a known version and kind, and only fields of that kind. Built-in kinds are parsed into their
 * classes, custom resources are validated by {@link CustomResourceSchemas}.
 */
final class SchemaRule implements Rule {

    private static final Map<String, Class<? extends HasMetadata>> BUILT_IN = Stream.of(
                    ConfigMap.class,
                    Deployment.class,
                    Gateway.class,
                    Job.class,
                    Namespace.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    Service.class,
                    ServiceAccount.class,
                    ValidatingAdmissionPolicy.class,
                    ValidatingAdmissionPolicyBinding.class)
            .collect(Collectors.toMap(
                    type -> HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type), Function.identity()));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                /** The classes keep unknown fields in a map. Here they are errors. */
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return Boolean.FALSE;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfigDefaults(
                    defaults -> defaults.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .withCoercionConfig(LogicalType.Textual, text -> List.of(
                            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                    .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .build();

    @Override
    public Stream<String> violations(Overlay overlay) {
        return overlay.manifests().stream().flatMap(SchemaRule::violations);
    }

    static boolean isBuiltIn(Manifest manifest) {
        return type(manifest) != null;
    }

    private static Class<? extends HasMetadata> type(Manifest manifest) {
        return BUILT_IN.get(manifest.apiVersion() + " " + manifest.kind());
    }

    private static Stream<String> violations(Manifest manifest) {
        var type = type(manifest);
        if (type == null) {
            return CustomResourceSchemas.violations(manifest);
        }
        try {
            STRICT.treeToValue(manifest.json(), type);
            return Stream.empty();
        } catch (JsonProcessingException e) {
            return Stream.of(manifest + ": " + e.getOriginalMessage());
        }
    }
}
