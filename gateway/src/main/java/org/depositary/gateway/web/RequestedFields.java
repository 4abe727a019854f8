package org.depositary.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.depositary.gateway.read.fields.FieldSelection;
import org.depositary.gateway.read.fields.ItemFields;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;

/**
 * The query parameter {@code fields}: the fields that the client wants of each item of a list, or of a single resource. The
 * return type of the resource method declares the known ones.
 */
@ApplicationScoped
public class RequestedFields {

    public static final String PARAMETER = "fields";

    private final ResourceInfo resource;
    private final UriInfo uri;

    RequestedFields(@Context ResourceInfo resource, @Context UriInfo uri) {
        this.resource = resource;
        this.uri = uri;
    }

    /** Throws a problem if the parameter names an unknown field. */
    FieldSelection selection() {
        return parameter().map(this::selection).orElse(FieldSelection.ALL);
    }

    private FieldSelection selection(String text) {
        try {
            return FieldSelection.parse(text, known());
        } catch (IllegalArgumentException unknown) {
            throw InvalidParameterProblem.of(PARAMETER, unknown.getMessage());
        }
    }

    private Optional<String> parameter() {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(PARAMETER));
    }

    /** Whether the fields are those of the items of a page, and not those of the answer itself. */
    boolean areOfItems() {
        return ItemFields.ofPage(answer()).isPresent();
    }

    /** The fields of an item, or of the single resource. */
    ItemFields known() {
        return ItemFields.ofPage(answer()).orElseGet(() -> ItemFields.of(answer()));
    }

    /** The type of the JSON: {@code T} of {@code RestResponse<T>}. */
    private Type answer() {
        return answer(resource.getResourceMethod());
    }

    static Type answer(Method method) {
        var type = method.getGenericReturnType();
        return type instanceof ParameterizedType response ? response.getActualTypeArguments()[0] : type;
    }
}
