package org.depositary.gateway.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ParameterLimits;
import org.depositary.gateway.web.representation.Representation;
import org.depositary.gateway.web.representation.RequestedRepresentation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Rejects query parameters that the resource method does not declare, repeated parameters, too many or too long values,
 * and values with a NUL character.
 */
@Provider
@RejectUnknownParameters
class QueryParameterFilter implements ContainerRequestFilter {

    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    /** The answers of resources whose fields a client cannot select. */
    private static final Set<Type> NOT_JSON = Set.of(StreamingOutput.class, Response.class, String.class);

    private final ResourceInfo resource;
    private final RequestedFields fields;
    private final RequestedFormat format;
    private final RequestedRepresentation representation;

    QueryParameterFilter(
            ResourceInfo resource,
            RequestedFields fields,
            RequestedFormat format,
            RequestedRepresentation representation) {
        this.resource = resource;
        this.fields = fields;
        this.format = format;
        this.representation = representation;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var known = known();
        request.getUriInfo().getQueryParameters().forEach((parameter, values) -> {
            if (!known.contains(parameter)) {
                throw InvalidParameterProblem.of(
                        parameter, "unknown parameter. Known parameters: " + String.join(", ", known));
            }
            if (values.size() > 1) {
                throw InvalidParameterProblem.of(parameter, "given more than once. Separate several values by commas");
            }
            ParameterLimits.check(parameter, values.getFirst());
        });
        // Before the work, also where the answer has to be read first.
        fields.selection();
        if (request.getUriInfo().getPath().indexOf(ParameterLimits.NUL) >= 0) {
            throw Problem.notFound("The address contains the character U+0000");
        }
    }

    private Set<String> known() {
        var declared = KNOWN.computeIfAbsent(resource.getResourceMethod(), QueryParameterFilter::declared);
        if (!representation.is(Representation.JSON)) {
            return withoutFields(declared);
        }
        if (format.get().isEmpty()) {
            return declared;
        }
        // A complete list has no pages.
        var known = new TreeSet<>(declared);
        known.remove("after");
        if (format.get().get() == ListFormat.CSV) {
            known.add(CompleteListResponses.BYTE_ORDER_MARK);
        }
        return known;
    }

    /** Fields can only be selected in JSON. */
    private static Set<String> withoutFields(Set<String> declared) {
        var known = new TreeSet<>(declared);
        known.remove(RequestedFields.PARAMETER);
        return known;
    }

    private static Set<String> declared(Method method) {
        var names = Arrays.stream(method.getParameters())
                .flatMap(parameter -> names(parameter.getType(), parameter, parameter.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (hasFields(method)) {
            names.add(RequestedFields.PARAMETER);
        }
        return names;
    }

    /** Whether a client can select fields of the answer. Not in operations of administrators. */
    private static boolean hasFields(Method method) {
        return method.isAnnotationPresent(GET.class)
                && !NOT_JSON.contains(RequestedFields.answer(method))
                && !method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class);
    }

    private static Stream<String> names(Class<?> type, AnnotatedElement declared, String name) {
        return type.isRecord()
                ? Arrays.stream(type.getDeclaredFields())
                        .flatMap(component -> names(component.getType(), component, component.getName()))
                : name(declared, name);
    }

    private static Stream<String> name(AnnotatedElement declared, String name) {
        return Stream.ofNullable(declared.getAnnotation(RestQuery.class))
                .map(query -> query.value().isEmpty() ? name : query.value());
    }
}
