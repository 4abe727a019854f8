package org.depositary.gateway.graph.schema;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.depositary.gateway.graph.reads.FieldArguments;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.ListParameters;

/**
 * Makes the parameters of the REST request for a list from the arguments of a field, so both have the same filters. An
 * argument has the name of a component of the record.
 *
 * @param type the record of the parameters, in package {@code web.resource}
 * @param list chooses the parameters that all lists have
 */
record RestParameters<P extends Record>(Class<P> type, Function<FieldArguments, ListParameters> list) {

    /** The filter of a list of one day: that of the argument {@code on}, or of the parent. */
    static <P extends Record, F> BiFunction<FieldArguments, String, F> ofDay(Class<P> type, Function<P, F> filter) {
        var parameters = new RestParameters<>(type, FieldArguments::list);
        return (given, parent) -> filter.apply(parameters.of(given, parent));
    }

    /** The filter of a list of all days, unless the field itself has the argument {@code on}. */
    static <P extends Record, F> BiFunction<FieldArguments, String, F> ofAllDays(Class<P> type, Function<P, F> filter) {
        var parameters = new RestParameters<>(type, FieldArguments::listOfAllDays);
        return (given, parent) -> filter.apply(parameters.of(given, parent));
    }

    /** @param parent the id of the object that the list is about, which is in the path of the REST request */
    private P of(FieldArguments given, String parent) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        var values = Arrays.stream(components)
                .map(component -> value(component, given, parent))
                .toArray();
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("%s is not a public record".formatted(type), impossible);
        }
    }

    private Object value(RecordComponent component, FieldArguments given, String parent) {
        if (component.getType() == ListParameters.class) {
            return list.apply(given);
        }
        if (component.getType() == CommonReadParameters.class) {
            return list.apply(given).reading();
        }
        return component.getType() == String.class ? parent : given.text(component.getName());
    }
}
